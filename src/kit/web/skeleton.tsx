/** Lines where text will stand. Shown only when waiting is long enough to be noticed. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div aria-hidden="true" className="breathe flex flex-col gap-4">
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="flex flex-col gap-2">
          <div className="h-4 rounded bg-line" style={{ width: `${28 + ((line * 17) % 25)}%` }} />
          <div className="h-3 rounded bg-line/60" style={{ width: `${55 + ((line * 23) % 35)}%` }} />
        </div>
      ))}
    </div>
  );
}

/** A page whose code or data is on its way. */
export function PageSkeleton() {
  return (
    <div aria-busy="true" className="mx-auto flex w-full max-w-5xl flex-col gap-section">
      <div className="breathe h-9 w-52 rounded-lg bg-line" />
      <Skeleton lines={6} />
    </div>
  );
}
