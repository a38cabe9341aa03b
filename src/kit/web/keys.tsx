/** Keys as they stand on a keyboard; always written from left to right. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span dir="ltr" className="flex gap-1">
      {keys.split(' ').map((key, place, all) => (
        <kbd
          key={all.slice(0, place + 1).join(' ')}
          className="flex h-6 min-w-6 items-center justify-center rounded-md border border-line bg-paper px-1.5 font-sans text-xs text-ink-soft"
        >
          {key.length === 1 ? key.toUpperCase() : key}
        </kbd>
      ))}
    </span>
  );
}
