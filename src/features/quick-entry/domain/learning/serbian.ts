import { inBothScripts as both } from '#kit/domain/serbian-scripts.ts';
import type { LearningWords } from './words.ts';

export const serbian: LearningWords = {
  preference: both(
    'voli|vole|više voli|najviše voli|preferira|radije|ne voli|ne vole|mrzi|omiljena|omiljeni|omiljeno|sviđa mu se|sviđa joj se|sviđa im se|ne sviđa|uvek uzima|uvek kupuje|pije samo|obično uzima|odgovara mu|odgovara joj|odgovara im',
  ),
  need: both(
    'treba mu|treba joj|treba im|trebaju mu|trebaju joj|trebaju im|potreban mu|potrebna joj|potrebno im|potreban joj|potrebna mu|potrebno mu|potrebno joj|traži|traže|nedostaje mu|nedostaje joj',
  ),
  circumstance: both(
    'ima novi|ima novu|ima novo|ima nove|preselio se|preselila se|preselili su se|preselio|preselila|seli se|sele se|oženio se|udala se|venčali su se|ženi se|udaje se|verio se|verila se|dobio bebu|dobila bebu|dobili bebu|dobio sina|dobila sina|dobio ćerku|dobila ćerku|porodila se|penzionisao se|penzionisala se|otišao u penziju|otišla u penziju|promenio posao|promenila posao|novi posao|otvorio|otvorila|otvorili|otvara|otvaraju|renovira|renovirao|kupio kuću|kupila kuću|kupio stan|kupila stan|živi u|živi sa|radi u|radi kao|ima psa|ima mačku|ima decu|ima dvoje|razveo se|razvela se|diplomirao|diplomirala|na odmoru je',
  ),
  interest: both(
    'zanima ga|zanima je|zanima ih|zanima se|interesuje ga|interesuje je|interesuje se|interesuje ih|skuplja|sakuplja|svira|trenira|hobi|bavi se',
  ),
  constraint: both(
    'ne jede|ne pije|ne sme da jede|ne sme da pije|vegetarijanac|vegetarijanka|vegan|veganka|posti|samo posle|samo pre|nikad pre|ne pre|ne zvati|plaća samo',
  ),
  health: both(
    'alergičan|alergična|alergična je|alergija|alergiju|netolerancija|netoleranciju|dijabetičar|dijabetičarka|dijabetes|trudna|celijakija|celijakiju|na dijeti|operisan|operisana|u bolnici|bolestan|bolesna|pritisak',
  ),
  us: both('ja|mi|nas|nama|naš|meni|moj|ti|vi'),
  notCertain: both('ako|da li|možda|pitao|pitala|pita|više ne|nekada'),
};
