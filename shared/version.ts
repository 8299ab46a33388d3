/** Version of Jalon, the one of `package.json`: what a file says of the application that made it. */
export const VERSION = '0.1.0'
