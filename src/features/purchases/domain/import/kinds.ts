import { headerForm } from '#kit/domain/headers.ts';

/** A return never counts as a visit; an adjustment is a correction of the books, such as a bad debt written off. */
export type PurchaseKind = 'sale' | 'return' | 'adjustment';

/** What made a line a return or an adjustment. */
export type KindRule = 'return_number' | 'return_word' | 'negative_quantity' | 'adjustment_number';

/** By what returns and adjustments are recognized, besides negative quantities. Part of the mapping, so a person can change it. */
export type KindRules = {
  /** `C`: a number such as C536379 is a cancellation. Only where most numbers are plain digits. */
  readonly returnPrefixes: readonly string[];
  /** `A`: such a number whose line speaks of an adjustment, or has a negative price, is one. */
  readonly adjustmentPrefixes: readonly string[];
  /** Whether returns recognized by number or word carry positive quantities in this file. */
  readonly returnQuantities: 'negative' | 'positive';
};

export const noKindRules: KindRules = { returnPrefixes: [], adjustmentPrefixes: [], returnQuantities: 'negative' };

const partly = /part|μερικ|delimic|частич|делимич|جزئی|մասնակի/u;
const undoneWords =
  /(?:^| )(?:cancell?ed|canceled|void|refunded|returned|declined|failed|charged ?back|ακυρωμεν|ακυρωθ|επιστραφ|otkazan|storniran|vracen|ponisten|odbijen|отказан|анулиран|върнат|сторниран|отменен|враћен|поништен|لغو شد|لغو$|باطل شد|ابطال شد|مرجوع شد|عودت داده|չեղարկված|չեղյալ|վերադարձված)/u;
const returnWords =
  /(?:^| )(?:return|refund|credit(?! card)|cancellation|reversal|rma|επιστροφ|πιστωτικ|ακυρωτικ|povra[ct]|storno|knjizno odobrenje|reklamacij|повра[тћ]|сторно|връщане|кредитно|рекламаци|مرجوع|برگشت|عودت|ابطال|վերադարձ|հետ ?բեր)/u;
const adjustmentWords =
  /(?:^| )(?:adjust|bad debt|write ?off|correction|διορθωσ|επισφαλ|διαγραφ χρε|ispravk|korekcij|otpis|корекц|отпис|исправк|اصلاح|تعدیل|مطالبات|ճշգրտում|դուրսգրում)/u;

/**
 * What a word in a column of kinds or statuses says: a return is a document of its own; an order undone (cancelled, refunded in full)
 * is the sale itself, of which nothing remained.
 */
export function kindNamed(word: string): 'sale' | 'return' | 'undone' {
  const form = headerForm(word);
  if (partly.test(form)) return 'sale';
  if (undoneWords.test(form)) return 'undone';
  return returnWords.test(form) ? 'return' : 'sale';
}

export function speaksOfAdjustment(text: string): boolean {
  return adjustmentWords.test(headerForm(text));
}

/** The letters before the digits of a number such as C536379; undefined for plain digits and anything else. */
export function prefixOf(number: string): string | undefined {
  const first = number.charCodeAt(0);
  if (first >= 48 && first <= 57) return undefined;
  return /^(\p{L}{1,4})[-/ ]?\d+$/u.exec(number)?.[1]?.toUpperCase();
}

export type KindWatch = {
  see(number: string, quantity: number): void;
  conclude(): KindRules;
};

/** Sees numbers and quantities of a file and tells by which letters its returns are known. */
export function createKindWatch(): KindWatch {
  let plain = 0;
  let lines = 0;
  const prefixed = new Map<string, { lines: number; negative: number }>();
  return {
    see(number, quantity) {
      lines++;
      const prefix = prefixOf(number);
      if (prefix === undefined) {
        if (/^\d+$/.test(number)) plain++;
        return;
      }
      const seen = prefixed.get(prefix) ?? { lines: 0, negative: 0 };
      seen.lines++;
      if (quantity < 0) seen.negative++;
      prefixed.set(prefix, seen);
    },
    conclude() {
      if (plain < lines / 2) return noKindRules;
      const negative = [...prefixed].filter(([, seen]) => seen.lines >= 3 && seen.negative >= seen.lines * 0.95).map(([prefix]) => prefix);
      const sold = prefixed.get('C');
      // A shop may number its counter sales with C: then they have positive quantities, and the letter says nothing.
      const customary = sold === undefined || sold.negative >= sold.lines / 2 ? ['C'] : [];
      return { returnPrefixes: [...new Set([...customary, ...negative])], adjustmentPrefixes: ['A'], returnQuantities: 'negative' };
    },
  };
}
