/** What the styles added by script must carry to be accepted by the page's CSP. */
export const nonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

// The scroll lock of Mantine's dialogs adds a style of its own, and looks for the nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: nonce() })
