// The head that stands in the page is painted first: loading and drawing the rest at once would hold it back.
requestAnimationFrame(() => setTimeout(() => void import('../../popup/start-popup.tsx')));
