/* Prism looks through the whole page for code when it is loaded, unless it is told not to before. */
(globalThis as { Prism?: unknown }).Prism = { manual: true };
