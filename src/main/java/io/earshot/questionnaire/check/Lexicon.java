package io.earshot.questionnaire.check;

import java.util.Locale;
import java.util.Optional;

/**
 * Words of a language by which wording is judged. Short lists on purpose: a reviewer who is often wrong is not listened to.
 * docs/reference/checks.md shows them; keep it in step.
 *
 * @param pairs     two words joined by "and" that are one thing
 * @param joined    "and" between two things that are asked about
 * @param leading   wording that suggests an answer
 * @param absolutes words after which hardly anybody can agree
 * @param jargon    words of the office
 * @param negations each is one negation
 * @param positive  labels of the good side of a scale with two sides
 * @param negative  labels of its bad side; looked at first, since most hold a word of the good side
 * @param middling  labels of the middle
 * @param unipolar  the low end of a scale that has one side only
 * @param outside   labels that are no point of a scale
 * @param openEnds  labels after which a list of options is complete
 * @param quantity  labels of amounts, frequencies and spans, which leave nothing out
 * @param sensitive what many would rather not tell
 * @param unsaid    labels by which one may keep it to oneself
 */
record Lexicon(
        Phrases pairs,
        Phrases joined,
        Phrases leading,
        Phrases absolutes,
        Phrases jargon,
        Phrases negations,
        Phrases positive,
        Phrases negative,
        Phrases middling,
        Phrases unipolar,
        Phrases outside,
        Phrases openEnds,
        Phrases quantity,
        Phrases sensitive,
        Phrases unsaid) {

    static final Lexicon ENGLISH = new Lexicon(
            new Phrases(
                    "terms and conditions|pros and cons|first and last names?|name and surname|friends? and famil(?:y|ies)"
                            + "|family and friends|friends? and colleagues?|research and development|drag and drop|copy and paste"
                            + "|back and forth|up and down|more and more|again and again|black and white|health and safety"
                            + "|food and drinks?|trial and error|date and time|time and (?:again|date)|day and night|now and then"
                            + "|questions and answers|searches? and find|each and every|by and large|goods and services"
                            + "|products and services|between \\S+ and \\S+|both \\S+ and \\S+|and/or"),
            new Phrases("\\p{L}{2,} and (?!why\\b|how\\b|what\\b|where\\b|when\\b|who\\b|which\\b)\\p{L}{3,}"
                    + "|\\p{L}{3,} ?/ ?\\p{L}{3,}"),
            new Phrases(
                    "(?<!(?:what|why|how|who|where|when|which) )(?:do|does|did|would|could|should|is|are|was|were|have|has|wo|ca|ai)n't (?:you|it|this|we|they)\\b"
                            + "|do(?:es)? you (?:not )?agree that|would you agree that|do you not (?:think|agree)"
                            + "|how much (?:do|did|would) you (?:love|like|enjoy|appreciate|hate)|obviously|of course"
                            + "|as you (?:may )?know|everyone knows|everybody knows|most people (?:think|agree|believe)"
                            + "|our (?:great|excellent|amazing|award-winning|wonderful|fantastic|outstanding|superb|world-class)"),
            new Phrases(
                    "always|never|(?<!(?:to|for|with|by|of|from) )every(?:one|body)|nobody|no one|every single|without exception"),
            new Phrases(
                    "synerg(?:y|ies)|leverag(?:e|es|ed|ing)|utili[sz](?:e|es|ed|ing)|paradigms?|best[- ]of[- ]breed|KPIs?"
                            + "|thought leadership|value proposition|touchpoints?|UX|B2B|omnichannel"),
            new Phrases(
                    "not|\\p{L}+n't|cannot|never|nobody|no one|without|disagree|oppose|unable|impossible|unlikely|unnecessary"
                            + "|dissatisfied|unsatisfied"),
            new Phrases(
                    "agree|satisfied|likely|good|great|excellent|very well|easy|positive|better|favou?rable|pleased|happy"),
            new Phrases(
                    "disagree|dissatisfied|unsatisfied|unlikely|bad|poor|terrible|awful|difficult|hard|negative|worse"
                            + "|unfavou?rable|displeased|unhappy"
                            + "|not (?:at all |very |so |really )?(?:satisfied|likely|good|easy|happy)"),
            new Phrases("neither|neutral|undecided|so-so|fair|average|acceptable|okay|ok|about the same|no difference"),
            new Phrases("not at all|not (?:satisfied|likely|good|easy|happy)"),
            new Phrases(
                    "don't know|not applicable|n/a|no opinion|can't say|prefer not|rather not|haven't used|no answer"),
            new Phrases(
                    "others?|something else|someone else|somewhere else|elsewhere|another|none|nothing|no one|nobody|neither|all of"
                            + "|any of|don't know|not sure|unsure|can't say|not applicable|n/a|does not apply|doesn't apply|prefer not"
                            + "|rather not|no preference|no opinion|never|undecided|i don't"),
            new Phrases(
                    "\\p{Nd}|daily|weekly|monthly|yearly|never|rarely|seldom|sometimes|often|always|less|more|most|least|very|not at all"
                            + "|once|twice|every|first|yes|no|agree|disagree|much|many|extremely|low|high|medium|small|large"
                            + "|early|earlier|later|today|yesterday|ago"),
            new Phrases("(?:your|household|personal|monthly|annual|yearly|net|gross) (?:income|salary|wages?|earnings)"
                    + "|how much (?:do|did) you earn|relig(?:ion|ious)|faith|sexual(?:ity| orientation)|gender|your sex"
                    + "|ethnic(?:ity| group| origin)?|racial|your race|political|(?:did|would|do|will) you vote|party do you"
                    + "|your (?:state of |general |physical |mental )?health|disabilit(?:y|ies)|illness(?:es)?|pregnan(?:t|cy)"
                    + "|how old|your age|age group|date of birth|birth ?day|year of birth|born|trade union|criminal"),
            new Phrases("prefer not|rather not|don't want to|decline to|no answer|not say"));

    static final Lexicon FRENCH = new Lexicon(
            new Phrases(
                    "nom et prénoms?|prénoms? et nom|amis et (?:famille|proches|collègues)|famille et (?:vos )?amis"
                            + "|recherche et développement|date et heure|noir et blanc|jour et nuit|allers? et retours?|conditions générales et"
                            + "|de plus en plus|hygiène et sécurité|essais? et erreurs?|questions et réponses|biens et services"
                            + "|produits et services|entre \\S+ et \\S+|à la fois \\S+ et \\S+|et/ou|il/elle|elle/il|ils/elles"),
            new Phrases("\\p{L}{2,} et (?!pourquoi\\b|comment\\b|que\\b|quoi\\b|où\\b|quand\\b|qui\\b|quel)\\p{L}{2,}"
                    + "|\\p{L}{3,} ?/ ?\\p{L}{3,}"),
            new Phrases(
                    "n'est-ce pas|ne (?:pensez|trouvez|croyez|seriez)-vous pas|(?:êtes|seriez)-vous d'accord (?:que|pour dire)"
                            + "|à quel point (?:aimez|adorez|appréciez)-vous|évidemment|bien sûr|bien entendu|comme vous le savez"
                            + "|tout le monde sait|la plupart des gens"
                            + "|(?:notre|nos) (?:excellent|formidable|magnifique|fantastique|exceptionnel|merveilleux|superbe)\\p{L}*"),
            new Phrases("toujours|jamais|tout le monde|personne ne|sans exception|absolument (?:tous|toutes|tout)"),
            new Phrases(
                    "synergies?|paradigmes?|KPI|UX|B2B|omnicanal\\p{L}*|proposition de valeur|leviers? de croissance|reporting"),
            new Phrases(
                    "(?:ne|n') ?(?:\\p{L}+[ -]){1,4}(?:pas|jamais|plus|rien|personne)|sans|impossible|incapable|improbable|inutile"
                            + "|désaccord|insatisfaite?s?|opposée?s?"),
            new Phrases(
                    "d'accord|satisfaite?s?|probable|bien|bon(?:ne)?|excellente?|facile|positif|positive|mieux|favorable"
                            + "|contente?s?|heureux|heureuse"),
            new Phrases(
                    "désaccord|insatisfaite?s?|improbable|mal|mauvaise?|médiocre|terrible|difficile|négatif|négative|pire"
                            + "|défavorable|mécontente?s?|malheureux|malheureuse"
                            + "|(?:pas|peu) (?:du tout |très |vraiment |tout à fait )?(?:d'accord|satisfaite?s?|probable|bon(?:ne)?|bien|facile)"),
            new Phrases("ni|neutre|indécise?|sans avis|moyen(?:ne)?|passable|correcte?|indifférente?"),
            new Phrases("pas du tout|pas (?:satisfaite?|probable|bon(?:ne)?|facile)"),
            new Phrases(
                    "ne sais pas|sans objet|non concernée?|ne se prononce pas|sans opinion|préfère ne pas|pas utilisé|sans réponse"),
            new Phrases(
                    "autres?|autre chose|ailleurs|aucune?s?|rien|personne|ni l'un|tous|toutes|ne sais pas|sans avis|sans opinion"
                            + "|non concernée?|sans objet|préfère ne pas|pas de préférence|jamais|indécise?|je n(?:e|')"),
            new Phrases(
                    "\\p{Nd}|jours?|semaines?|mois|années?|jamais|rarement|parfois|souvent|toujours|moins|plus|très|pas du tout"
                            + "|fois|chaque|premier|première|oui|non|d'accord|beaucoup|peu|extrêmement|faible|élevée?|petite?|grande?"
                            + "|tôt|tard|aujourd'hui|hier"),
            new Phrases(
                    "(?:vos|votre|les|du foyer|mensuel|annuel) (?:revenus?|salaires?)|revenus? (?:mensuel|annuel|net|brut|du)"
                            + "|combien gagnez|religions?|religieu(?:x|se)|croyances?|orientation sexuelle|genre|votre sexe"
                            + "|origines? ethniques?|ethnique|politiques?|(?:avez|allez)-vous vot\\p{L}+|vote"
                            + "|votre (?:état de )?santé|handicap|maladies?|enceinte"
                            + "|quel âge|votre âge|tranche d'âge|date de naissance|année de naissance|née? |syndicat|casier judiciaire"),
            new Phrases(
                    "préfère ne pas|ne souhaite pas|ne veux pas|refuse de|sans réponse|ne se prononce pas|ne pas répondre"));

    /** The lexicon for a language; empty for one that we have none for. */
    static Optional<Lexicon> of(String language) {
        String base = language.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return switch (base) {
            case "en" -> Optional.of(ENGLISH);
            case "fr" -> Optional.of(FRENCH);
            default -> Optional.empty();
        };
    }

    /** Words as the patterns expect them: one kind of apostrophe and of space. */
    static String plain(String words) {
        return words.replace('’', '\'').replace('\u00A0', ' ').replace('\u202F', ' ');
    }
}
