/** What is wrong in each field of a form, in words that say what to do. */
export type Erreurs = Readonly<Record<string, string>>

/** Refusals of the service, field by field, in the words of the screen; `champ:raison` where a field says it otherwise. */
export const direRefus = (
  champs: Readonly<Record<string, string>>,
  phrases: Readonly<Record<string, string>>,
): Erreurs =>
  Object.fromEntries(
    Object.entries(champs).map(([champ, raison]) => [
      champ,
      phrases[`${champ}:${raison}`] ?? phrases[raison] ?? 'À corriger : cette réponse n’est pas valable.',
    ]),
  )
