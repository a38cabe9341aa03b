/** A column that is shown, with its width in rem where somebody chose one. */
export type ChosenColumn = { readonly id: string; readonly width: number | undefined };

const usual = ['name', 'stage', 'risk', 'value', 'last_purchase', 'next_due', 'last_contact', 'owner'] as const;
const [narrowest, widest, step] = [3, 24, 1];
const startingWidth = 7;

/** Reads `name,value:9,owner`; what is usual where nothing was chosen. The name is always there and always first. */
export function readColumns(text: string | undefined, known: readonly string[]): readonly ChosenColumn[] {
  if (text === undefined) return usual.map((id) => ({ id, width: undefined }));
  const chosen = text.split(',').flatMap((part): ChosenColumn[] => {
    const [, id = '', width] = /^([a-z_]+[0-9a-f-]*)(?::(\d{1,2}))?$/.exec(part) ?? [];
    return known.includes(id) ? [{ id, width: width === undefined ? undefined : within(Number(width)) }] : [];
  });
  const unlike = chosen.filter(({ id }, place) => chosen.findIndex((one) => one.id === id) === place);
  return [unlike.find(({ id }) => id === 'name') ?? { id: 'name', width: undefined }, ...unlike.filter(({ id }) => id !== 'name')];
}

/** As `readColumns` reads them; undefined for what is usual. */
export function writeColumns(chosen: readonly ChosenColumn[]): string | undefined {
  const text = chosen.map(({ id, width }) => (width === undefined ? id : `${id}:${width}`)).join(',');
  return text === usual.join(',') ? undefined : text;
}

/** One place earlier or later; the name stays first. */
export function moved(chosen: readonly ChosenColumn[], id: string, by: -1 | 1): readonly ChosenColumn[] {
  const from = chosen.findIndex((one) => one.id === id);
  const to = from + by;
  const [one, other] = [chosen[from], chosen[to]];
  if (!one || !other || from === 0 || to === 0) return chosen;
  return chosen.with(from, other).with(to, one);
}

export function resized(chosen: readonly ChosenColumn[], id: string, by: -1 | 1): readonly ChosenColumn[] {
  return chosen.map((one) => (one.id === id ? { id, width: within((one.width ?? startingWidth) + by * step) } : one));
}

function within(width: number): number {
  return Math.min(widest, Math.max(narrowest, width));
}
