/** The mark of the product: one change in its three kinds. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 30 22" width="30" height="22" aria-hidden="true">
      <circle cx="6" cy="9" r="5" fill="var(--item-0)" />
      <path d="m14.500 8.500 5 5-5 5-5-5z" fill="var(--item-1)" />
      <path
        d="M19 2.500h8.500V11H19zM21.200 4.700l4.100 4.100M25.300 4.700l-4.100 4.100"
        fill="none"
        stroke="var(--item-2)"
        strokeWidth="1.7"
      />
    </svg>
  );
}
