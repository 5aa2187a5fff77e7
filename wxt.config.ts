import { defineConfig } from 'wxt';

export default defineConfig({
  srcDir: 'extension',
  // WXT resolves this one from the root, not from srcDir.
  publicDir: 'extension/public',
  // Makes `_locales` of extension/locales/, and the types of their keys.
  modules: ['@wxt-dev/i18n/module'],
  // Every name has an import that says where it is from.
  imports: false,
  // Firefox would get Manifest V2.
  manifestVersion: 3,
  vite: () => ({
    // Both browsers know it: what would stand in for it would be loaded before the popup's first paint.
    build: { modulePreload: { polyfill: false } },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  }),
  hooks: {
    'vite:build:extendConfig': ([first], { build }) => {
      // The background is one file by itself, which knows no chunks.
      if (!build || first?.type === 'background') return;
      const { output, ...options } = build.rolldownOptions ?? {};
      build.rolldownOptions = { ...options, output: { ...output, codeSplitting: { groups: chunks } } };
    },
  },
  zip: {
    // What a store's reviewer needs to build the same pages, and no more.
    includeSources: [
      '{extension,shared,.config}/**',
      '{package,package-lock,tsconfig}.json',
      'wxt.config.ts',
      '.npmrc',
      'LICENSE',
    ],
  },
  manifest: ({ browser }) => ({
    name: 'Mailprobe',
    short_name: 'Mailprobe',
    description: '__MSG_manifest_lead__',
    author: 'Mailprobe contributors',
    default_locale: 'en',
    permissions: ['storage', 'alarms'],
    host_permissions: ['http://127.0.0.1/*'],
    action: { default_title: 'Mailprobe' },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+E' } } },
    // A private window would have no key of its own to prove who it is: extension/README.md, decision 21.
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: contentSecurityPolicy.join('; ') },
    ...(browser === 'firefox'
      ? { browser_specific_settings: { gecko } }
      : { key: publicKey, minimum_chrome_version: minimumChrome }),
  }),
});

/** Apart, the same code is in thirty more files and weighs a tenth more: `test/sizes.mjs`. */
const chunks = [
  {
    // What the popup's own few lines need to load the rest, after the first paint.
    name: 'first',
    test: /vite\/preload-helper|wxt-html-plugins/,
    priority: 1,
  },
  {
    // What both pages begin with.
    name: 'base',
    test: /node_modules\/(?:preact(?!\/compat)|@preact|webextension-polyfill|@wxt-dev)\/|extension\/(?:words|browser|clipboard|effects-before-input|copy-button|open-page|status\/(?!level|stage|letter|account-words|copy-action|guard-buttons)[\w-]+|state\/(?!properties)[\w-]+|link\/(?!pairing|browser-name)[\w-]+)\.tsx?$|shared\/(?:texts\/en\/t|speak|language|session\/base64url|security|account-status)/,
  },
  {
    // What rooms share and the popup has no use for, with the options page at once.
    name: 'frame',
    test: /extension\/frame\/(?:note|room-head|room-place|question-dialog|use-asked|shown-search|late-part|outdated-page|use-leave-guard|leave-guard)\.tsx?$/,
  },
  {
    // What speaks with the daemon, loaded after the first look, with the schemas of all that is said.
    name: 'contract',
    test: /node_modules\/zod\/|shared\/(?:daemon-client|daemon-post|routes?|refusal|json-lines|property-rules|session\/(?!base64url|identity|pairing)[\w-]+)\.ts$/,
  },
];

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  'connect-src http://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
];

const gecko = {
  id: 'mailprobe@mailprobe.app',
  // The first that knows data_collection_permissions on every platform.
  strict_min_version: '142.0',
  // What leaves the browser counts, even if it stays on this computer: the companion is given passwords, user names and
  // addresses, and gives them to the person's own mail server alone.
  data_collection_permissions: { required: ['authenticationInfo', 'personallyIdentifyingInfo'] },
};

/** The first with `light-dark()`, the youngest thing that the pages need. */
const minimumChrome = '123';

/**
 * Fixes the extension's id, and so its origin, wherever it is loaded from: dkbjpnjngogkhjbonoigocodmidfjdep.
 * The public half of an RSA key in DER; the private half was not kept, for nothing is signed with it.
 */
const publicKey = [
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5Mm2bU2sFol8JlmsM0jNyUWKidRWDp+gXYHlMROK75gdmSx/bIbSGUKm',
  'wz7/pTrtIkJJiHPXjvR5JvM+p8JXQ2Nd9IVMzFB9zLD2OZXZPITLmtCf3ICWb459zL6CB4oi1Wn6iNMKGykBkvGopy36t+uH1kDz',
  '64SVGLsoS205bd5NphF/rLTNa92APqOvHQGkI2Q79NhbNIp1P6v/5ibR1gkPuTXzD6oZ/E22R3VRiFPr0fIMTAxNiA7ynUczDCoW',
  'NinD2ohlV/Y3qTJm8AIitHRnLwWLfAulerKLHSB4Sah7YxcAuU/YQTtFUMMZjtX/RIFod0maUpOxa1/tuIrYcwIDAQAB',
].join('');
