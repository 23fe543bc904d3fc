const paths = {
  play: 'M5 3.200v9.600L13 8z',
  pause: 'M4.500 3.500h2.600v9H4.500zM8.900 3.500h2.600v9H8.900z',
  step: 'M3.500 3.200v9.600L10 8zM10.600 3.500h2v9h-2z',
  restart: 'M3 3.500h2v9H3zM12.500 3.200v9.600L6 8z',
  undo: 'M6.500 2.500v3h3.200a4 4 0 0 1 0 8H5v-1.800h4.700a2.200 2.200 0 0 0 0-4.400H6.500v3L2.500 6.400z',
  redo: 'M9.500 2.500v3H6.300a4 4 0 0 0 0 8H11v-1.800H6.300a2.200 2.200 0 0 1 0-4.400h3.200v3l4-3.900z',
} as const;

/** The signs of transport, which need no words; their buttons carry the name. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={paths[name]} fill="currentColor" />
    </svg>
  );
}
