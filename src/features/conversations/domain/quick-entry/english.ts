import { phrases, type Lexicon } from './lexicon.ts';

export const english: Lexicon = {
  phrases: [
    ...phrases('call', {
      out: 'i called|we called|i phoned|i rang|spoke with|spoke to|spoke|talked to|talked with|talked|tried calling|tried to call|called back',
      in: 'they called|he called|she called|customer called|called us|called me|called in|phoned us|rang us|incoming call|missed call|call from|missed a call from',
      noun: 'call|phone call|phone',
      afterName: 'called|phoned|rang|telephoned',
    }),
    ...phrases('email', {
      out: 'sent an email|sent an e-mail|sent email|sent a mail',
      in: 'they emailed|he emailed|she emailed|emailed us|emailed me|got an email|received an email|email from|e-mail from|mail from',
      noun: 'email|e-mail|mail',
      afterName: 'emailed|e-mailed|mailed',
    }),
    ...phrases('meeting', { out: 'met with|had a meeting|had coffee|had lunch', noun: 'meeting', afterName: 'met' }),
    ...phrases('visit', {
      out: 'i visited|we visited|went to see|went to|paid a visit',
      in: 'visited us|came by|came in|came to the shop|came|stopped by|dropped by|dropped in|walked in|visit from',
      noun: 'visit',
      afterName: 'visited',
    }),
    ...phrases('message', {
      out: 'sent a message|sent a text|sent an sms|wrote',
      in: 'they texted|they messaged|they wrote|texted us|texted me|messaged us|wrote to us|wrote us|got a message|message from|text from|sms from',
      noun: 'message|text|sms|whatsapp|viber|telegram|instagram',
      afterName: 'texted|messaged',
    }),
    ...phrases('letter', { out: 'sent a letter|sent a card|posted a letter|posted a card', in: 'got a letter|got a card|letter from|card from', noun: 'letter|card' }),
    ...phrases('gift', { out: 'sent a gift|gave a gift|gave a present|sent flowers', in: 'brought a gift|brought us', noun: 'gift|present' }),
    ...phrases('delivery', { out: 'delivered', noun: 'delivery' }),
    ...phrases('note', { out: 'note|noted|nb' }),
  ],
  unreached: [
    'no answer', "didn't answer", 'did not answer', 'no reply', "didn't pick up", 'did not pick up', 'voicemail', 'left a voicemail', 'left voicemail', 'left a message',
    'unreachable', 'not reached', 'not available', 'line busy', 'busy', 'engaged', 'nobody there', 'not there', "couldn't reach",
  ],
  units: [['min', 1], ['mins', 1], ['minute', 1], ['minutes', 1], ['m', 1], ["'", 1], ['h', 60], ['hr', 60], ['hrs', 60], ['hour', 60], ['hours', 60]],
  spans: [['half an hour', 30], ['an hour', 60], ['quarter of an hour', 15], ['a minute', 1]],
  fillers: ['him', 'her', 'them', 'with', 'for', 'with him', 'with her', 'with them', 'about', 'from', 'to', 'at', 'on'],
  beforeMoment: ['in', 'after', 'within'],
};
