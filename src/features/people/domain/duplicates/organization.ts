import { compareAddresses, compareEmails, comparePhones } from './contacts.ts';
import { weigh, type Evidence } from './evidence.ts';
import type { Frequencies, OrganizationLike, Word } from './likeness.ts';
import { organizationModel, strangersBearing, strangersSharing } from './model.ts';
import { compareWords } from './words.ts';

/** What speaks for and against two organizations being one, field by field. */
export function compareOrganizations(one: OrganizationLike, other: OrganizationLike, frequencies: Frequencies): Evidence[] {
  const evidence = [
    compareNames(one, other, frequencies),
    compareDomains(one, other, frequencies),
    comparePhones(one, other, organizationModel.phone, frequencies),
    compareEmails(one, other, organizationModel.email, frequencies),
    compareAddresses(one, other, organizationModel.address),
  ];
  return evidence.filter((found) => found !== undefined);
}

type NamesCompared = { readonly share: number; readonly weight: number; readonly isOtherScript: boolean };

/** Words that few other names have count for more: what two names share is measured in how unlikely it is. */
function compareNames(one: OrganizationLike, other: OrganizationLike, frequencies: Frequencies): Evidence | undefined {
  let best: NamesCompared | undefined;
  for (const a of one.names) {
    for (const b of other.names) {
      const compared = shareOf(a, b, frequencies);
      if (compared && (!best || compared.share > best.share)) best = compared;
    }
  }
  if (!best) return undefined;
  const { name } = organizationModel;
  if (best.share > 0.999) {
    const strangers = Math.max(Math.exp(-best.weight), 0.5 / Math.max(frequencies.customers, 50));
    return weigh('name', best.isOtherScript ? 'other_script' : 'same', { ...name.same, strangers });
  }
  const how = best.share >= 0.7 ? 'similar' : best.share >= 0.4 ? 'part' : 'different';
  return weigh('name', how, name[how]);
}

function shareOf(ones: readonly Word[], others: readonly Word[], { customers, bearers }: Frequencies): NamesCompared | undefined {
  if (ones.length === 0 || others.length === 0) return undefined;
  const weightOf = (word: Word) => -Math.log(strangersBearing(bearers(word.spellings[0] ?? ''), customers));
  const left = [...others];
  let [shared, sharedExactly, all, isOtherScript] = [0, 0, 0, false];
  for (const word of ones) {
    const weight = weightOf(word);
    all += weight;
    const place = left.findIndex((candidate) => isAlike(word, candidate));
    const found = left[place];
    if (!found) continue;
    left.splice(place, 1);
    const how = compareWords([word], [found]);
    // A word that is only similar agrees a little less than one that is the same.
    shared += weight * (how?.how === 'same' ? 1 : 0.9);
    sharedExactly += weight;
    isOtherScript ||= how?.isOtherScript === true;
  }
  for (const word of left) all += weightOf(word);
  return all === 0 ? undefined : { share: shared / all, weight: sharedExactly, isOtherScript };
}

function isAlike(one: Word, other: Word): boolean {
  const how = compareWords([one], [other])?.how;
  return how === 'same' || how === 'similar';
}

function compareDomains(one: OrganizationLike, other: OrganizationLike, frequencies: Frequencies): Evidence | undefined {
  if (one.domains.length === 0 || other.domains.length === 0) return undefined;
  const shared = one.domains.find((domain) => other.domains.includes(domain));
  if (shared === undefined) return weigh('domain', 'different', organizationModel.domain.different);
  const strangers = strangersSharing(frequencies.holders(shared), frequencies.customers);
  return weigh('domain', 'same', { ...organizationModel.domain.same, strangers });
}
