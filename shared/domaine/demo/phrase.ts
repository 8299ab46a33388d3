/** Opens every coffre of invented data. Not a secret: it is printed and shown, and opens nothing else. */
export const PHRASE_DEMO = 'démonstration jalon 2026'
