export function Logo() {
  return (
    <svg viewBox="0 0 32 32" className="size-8" aria-hidden="true">
      <rect width="32" height="32" rx="7" className="fill-ink" />
      <rect x="8" y="8" width="4.5" height="16" rx="1" fill="#D6F24B" />
      <rect x="14" y="12" width="4.5" height="12" rx="1" className="fill-paper" />
      <rect x="20" y="17" width="4.5" height="7" rx="1" fill="#8A9994" />
    </svg>
  );
}
