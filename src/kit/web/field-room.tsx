import { FIELD } from './field-look.ts';

/** The room of a field whose code is on its way. */
export function FieldRoom({ label }: { label: string }) {
  return (
    <div aria-busy="true" className={FIELD}>
      <span className="text-sm font-medium">{label}</span>
      <span className="breathe h-field w-full max-w-72 rounded-lg bg-line/60" />
    </div>
  );
}
