/** Words and phrases of one kind, parted by `|`. */
export type Words = string;

/** How one language says when. A language is added by adding a file with its own. */
export type MomentWords = {
  /** Stand before a day: "by", "on", "until the". */
  readonly beforeDay: Words;
  /** Of those, and of what stands before an hour or a span, what makes it a last moment and no span: "by", "until". */
  readonly deadline: Words;
  /** Stand before an hour: "at", "by". */
  readonly beforeHour: Words;
  /** After a figure they make an hour of it: "o'clock", "h". */
  readonly hour: Words;
  /** The hours from one to twelve in words, as they stand behind "at". */
  readonly hours: readonly Words[];
  /** "And a half" behind an hour, "half past" before it, and "half" of the hour that it is the half of (Serbian "pola četiri" is half past three). */
  readonly andHalf?: Words;
  readonly halfPast?: Words;
  readonly halfTo?: Words;
  /** "Between" of "between 9 and 11", and what stands between the two. */
  readonly between: Words;
  readonly andUntil: Words;
  /** "After" of "after four". */
  readonly afterHour: Words;
  /** Follow a day or an hour and belong to it: endings written with a hyphen, "day". */
  readonly after: Words;
  readonly today: Words;
  readonly tomorrow: Words;
  readonly dayAfterTomorrow: Words;
  /** From Monday to Sunday. */
  readonly weekdays: readonly [Words, Words, Words, Words, Words, Words, Words];
  /** The one after the coming one: "next Friday", in Persian behind the day. */
  readonly next: Words;
  readonly coming: Words;
  /** What makes a day past or a habit, and no moment to come: "last", "every". */
  readonly notToCome: Words;
  /** From January to December, and from Farvardin to Esfand where the language counts in them. */
  readonly months: readonly Words[];
  readonly persianMonths?: readonly Words[];
  /** Days of a month in words, from the first: "the third of December". */
  readonly ordinals?: readonly Words[];
  readonly units: Readonly<Record<MomentUnit, Words>>;
  /** "in" of "in three days". */
  readonly within: Words;
  /** "later" of "three days later". */
  readonly later: Words;
  /** Units that stand for one of them behind "in": Bulgarian "след седмица". */
  readonly oneUnit?: Readonly<Partial<Record<MomentUnit, Words>>>;
  /** Units that say "in" by their ending: Armenian "օրից". */
  readonly unitsFromNow?: Readonly<Partial<Record<MomentUnit, Words>>>;
  readonly halfAnHour: Words;
  /** "Of" of "Friday of next week". */
  readonly ofSpan: Words;
  /** Before or behind a figure they make a day of the month of it: "of this month". */
  readonly ofMonth: Words;
  readonly startOf: Words;
  readonly endOf: Words;
  /** The same behind the unit: Armenian "շաբաթվա վերջը". */
  readonly endBehind?: Words;
  readonly startBehind?: Words;
  /** "Mid-December"; Armenian "դեկտեմբերի կեսերին". */
  readonly middleOf?: Words;
  readonly middleBehind?: Words;
  readonly endOfDay: Words;
  readonly weekend: Words;
  /** The last day of work before it. */
  readonly beforeWeekend?: Words;
  /** What stands for one, two and a few, and the numbers in which people count. */
  readonly numbers: readonly (readonly [words: Words, number: number])[];
  /** Twelve o'clock. */
  readonly noon: Words;
  /** Parts of the day. */
  readonly early: Words;
  readonly morning: Words;
  readonly lunch: Words;
  readonly afternoon: Words;
  readonly evening: Words;
  readonly night: Words;
  readonly tonight: Words;
  readonly am: Words;
  readonly pm: Words;
  /** ISO weekdays: the first of the week, and the last on which people work. */
  readonly week: { readonly first: number; readonly lastAtWork: number };
  /** By which calendar months end and days of a month are counted, where none is named. */
  readonly calendar?: 'persian';
};

export type MomentUnit = 'minute' | 'hour' | 'day' | 'workday' | 'week' | 'month';
