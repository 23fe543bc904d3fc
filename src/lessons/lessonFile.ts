/** Where a lesson lies in the built folder: a classic script, as opaque frames may load no other. */
export const lessonFile = (id: string): string => `lessons/${encodeURIComponent(id)}.js`;
