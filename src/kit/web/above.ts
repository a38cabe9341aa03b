import { createContext, type ReactNode } from 'react';

/**
 * Puts something above the page, or takes it away (`null`). It stays there though what opened it has gone: what a colleague does meanwhile may take away a row,
 * but nothing that somebody is typing. It goes with the page.
 */
export const AboveContext = createContext<(shown: ReactNode) => void>(() => {});
