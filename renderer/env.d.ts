interface ImportMetaEnv {
  /** The version of package.json, written in by the build. */
  readonly VITE_VERSION: string
}
