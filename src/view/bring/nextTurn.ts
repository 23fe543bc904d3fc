/** Resolves when the page has had its turn: input, then a frame. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
