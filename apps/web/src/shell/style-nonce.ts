declare global {
  // The name under which the library that stills the page behind a dialog looks for it.
  var __webpack_nonce__: string | undefined;
}

/** The page's policy lets styles in that carry its nonce: told to the libraries that put some into the page. */
globalThis.__webpack_nonce__ = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

export {};
