import { inBothScripts as both } from '#kit/domain/serbian-scripts.ts';
import { phrases, type Lexicon } from './lexicon.ts';

export const serbian: Lexicon = {
  phrases: [
    ...phrases('call', {
      out: both(
        'zvao|zvala|zvao sam|zvala sam|zvali smo|nazvao|nazvala|nazvao sam|nazvala sam|nazvali smo|pozvao|pozvala|pozvao sam|pozvala sam|pozvali smo|telefonirao|telefonirala|razgovarao sa|razgovarala sa|razgovarao s|razgovarala s|razgovarao|razgovarala|razgovarali smo|pričao sa|pričala sa|čuli smo se|čuo sam se sa|čula sam se sa|pokušao da zovem|pokušala da zovem',
      ),
      in: both(
        'zvao nas|zvala nas|zvali su nas|zvao me|zvala me|nazvao nas|nazvala nas|nazvao me|nazvala me|javio se|javila se|javili su se|poziv od|dolazni poziv|propušten poziv od|propušten poziv',
      ),
      noun: both('poziv|telefon|tel'),
      afterName: both('zvao|zvala|zvali|nazvao|nazvala|nazvali|je zvao|je zvala|je nazvao|je nazvala|telefonirao|telefonirala'),
    }),
    ...phrases('email', {
      out: both(
        'poslao mejl|poslala mejl|poslao sam mejl|poslala sam mejl|poslao imejl|poslala imejl|poslao mail|poslala mail|pisao mejl|pisala mejl',
      ),
      in: both('poslao nam mejl|poslala nam mejl|mejl od|imejl od|mail od|stigao mejl'),
      noun: both('mejl|imejl|mail|email|e-mail'),
    }),
    ...phrases('meeting', {
      out: both('sastali smo se|sastao sam se sa|sastala sam se sa|našli smo se|imali smo sastanak|pili smo kafu|sreo|srela'),
      noun: both('sastanak'),
    }),
    ...phrases('visit', {
      out: both('posetio|posetila|posetio sam|posetila sam|posjetio|posjetila|bio kod|bila kod|išao kod|išla kod|otišao kod|otišla kod'),
      in: both(
        'svratio|svratila|svratili|došao|došla|došli|došao u radnju|došla u radnju|došli u radnju|poseta od|posetio nas|posetila nas',
      ),
      noun: both('poseta|posjeta'),
    }),
    ...phrases('message', {
      out: both(
        'poslao poruku|poslala poruku|poslao sam poruku|poslala sam poruku|pisao|pisala|pisao sam|pisala sam|napisao|napisala|poslao sms|poslala sms',
      ),
      in: both('pisao nam|pisala nam|pisao mi|pisala mi|poslao nam poruku|poslala nam poruku|poruka od|stigla poruka|sms od'),
      noun: both('poruka|sms|viber|vajber|whatsapp|vocap|telegram|instagram'),
    }),
    ...phrases('letter', {
      out: both(
        'poslao pismo|poslala pismo|poslao čestitku|poslala čestitku|poslao karticu|poslala karticu|poslao razglednicu|poslala razglednicu',
      ),
      in: both('pismo od|čestitka od|stiglo pismo'),
      noun: both('pismo|čestitka'),
    }),
    ...phrases('gift', {
      out: both('poslao poklon|poslala poklon|dao poklon|dala poklon|poklonio|poklonila|poslao cveće|poslala cveće'),
      in: both('doneo poklon|donela poklon|doneo nam|donela nam'),
      noun: both('poklon'),
    }),
    ...phrases('delivery', {
      out: both('isporučio|isporučila|isporučeno|isporučili smo|dostavio|dostavila|dostavljeno'),
      noun: both('isporuka|dostava'),
    }),
    ...phrases('note', { out: both('beleška|napomena|nap') }),
  ],
  unreached: both(
    'ne javlja se|nije se javio|nije se javila|nisu se javili|nije odgovorio|nije odgovorila|bez odgovora|zauzeto|telefon zauzet|telefon isključen|nedostupan|nedostupna|nije dostupan|nije dostupna|ostavio poruku|ostavila poruku|ostavio sam poruku|ostavila sam poruku|govorna pošta|sekretarica|nije tu|nije bio tu|nije bila tu|nisam ga dobio|nisam je dobio|nisam ga dobila|nisam je dobila',
  ).split('|'),
  units: [
    ...both('min|minut|minuta|minuti|m')
      .split('|')
      .map((unit) => [unit, 1] as const),
    ...both('sat|sata|sati|čas|časa|h')
      .split('|')
      .map((unit) => [unit, 60] as const),
  ],
  spans: [
    ...both('pola sata|pola časa')
      .split('|')
      .map((span) => [span, 30] as const),
    ...both('sat vremena|jedan sat')
      .split('|')
      .map((span) => [span, 60] as const),
    ...both('četvrt sata')
      .split('|')
      .map((span) => [span, 15] as const),
  ],
  fillers: both('sa|s|za|o|oko|kod|od|ga|je|ih|joj|mu|im|sa njim|sa njom|sa njima|ali|i').split('|'),
  topics: both('o|oko|zbog|za|povodom').split('|'),
  beforeMoment: both('za|kroz|posle|nakon').split('|'),
};
