/** The browser's own interfaces, the same promises in Chrome and Firefox; the only way to them. */
export { default as browser } from 'webextension-polyfill';
