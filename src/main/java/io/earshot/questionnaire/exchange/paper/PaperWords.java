package io.earshot.questionnaire.exchange.paper;

import java.util.Map;

/** What a paper form says of itself, in English or French; English where we have no words. */
final class PaperWords {
    private static final Map<String, String[]> WORDS = Map.ofEntries(
            Map.entry("question", new String[] {"question ", "question "}),
            Map.entry("answer", new String[] {"your answer to question ", "votre réponse à la question "}),
            Map.entry("only", new String[] {"Answer only if ", "Répondez seulement si "}),
            Map.entry("part", new String[] {
                "Answer the questions of this part only if ", "Répondez aux questions de cette partie seulement si "
            }),
            Map.entry("if", new String[] {"If ", "Si "}),
            Map.entry("goOn", new String[] {", go to ", ", passez à la "}),
            Map.entry("otherwise", new String[] {"Otherwise, go to ", "Sinon, passez à la "}),
            Map.entry("go", new String[] {"Go to ", "Passez à la "}),
            Map.entry("goEnd", new String[] {", you have finished.", ", vous avez terminé."}),
            Map.entry("end", new String[] {"You have finished.", "Vous avez terminé."}),
            Map.entry("one", new String[] {"Tick one.", "Cochez une seule case."}),
            Map.entry("many", new String[] {"Tick all that apply.", "Cochez tout ce qui convient."}),
            Map.entry("atLeast", new String[] {" At least %s.", " Au moins %s."}),
            Map.entry("atMost", new String[] {" At most %s.", " %s au plus."}),
            Map.entry("row", new String[] {"Tick one box in each row.", "Cochez une case par ligne."}),
            Map.entry(
                    "rows",
                    new String[] {"Tick all that apply in each row.", "Cochez tout ce qui convient sur chaque ligne."}),
            Map.entry("rank", new String[] {
                "Write 1 beside the best, 2 beside the next, and so on.",
                "Écrivez 1 en face du meilleur, 2 en face du suivant, etc."
            }),
            Map.entry(
                    "rankTop",
                    new String[] {"Write 1 to %s beside the best ones.", "Écrivez 1 à %s en face des meilleurs."}),
            Map.entry("sum", new String[] {
                "Write a number in each row. Together they must make %s.",
                "Écrivez un nombre sur chaque ligne. Le total doit être %s."
            }),
            Map.entry("total", new String[] {"Total", "Total"}),
            Map.entry("best", new String[] {"Best", "Le meilleur"}),
            Map.entry("worst", new String[] {"Worst", "Le moins bon"}),
            Map.entry("set", new String[] {
                "In each set, tick one best and one worst.", "Dans chaque série, cochez le meilleur et le moins bon."
            }),
            Map.entry("number", new String[] {"From %s to %s", "De %s à %s"}),
            Map.entry("yes", new String[] {"Yes", "Oui"}),
            Map.entry("no", new String[] {"No", "Non"}),
            Map.entry("agree", new String[] {"I agree", "J’accepte"}),
            Map.entry("disagree", new String[] {"I do not agree", "Je n’accepte pas"}),
            Map.entry("date", new String[] {"Day / month / year", "Jour / mois / année"}),
            Map.entry("time", new String[] {"Hour : minutes (24 hours)", "Heure : minutes (24 heures)"}),
            Map.entry("file", new String[] {
                "Please enclose it with this form.", "Merci de joindre le document à ce formulaire."
            }),
            Map.entry("required", new String[] {"Please answer", "Réponse nécessaire"}),
            Map.entry("intro", new String[] {
                "Use a pen. Put a cross in the box of your answer: ☒. If you change your mind, fill the wrong box completely and cross another.",
                "Utilisez un stylo. Cochez la case de votre réponse : ☒. Si vous changez d’avis, noircissez la mauvaise case et cochez-en une autre."
            }),
            Map.entry("first_name", new String[] {"First name", "Prénom"}),
            Map.entry("last_name", new String[] {"Last name", "Nom"}),
            Map.entry("name", new String[] {"Name", "Nom"}),
            Map.entry("email", new String[] {"E-mail", "Adresse électronique"}),
            Map.entry("phone", new String[] {"Phone", "Téléphone"}),
            Map.entry("company", new String[] {"Company", "Entreprise"}),
            Map.entry("job_title", new String[] {"Job title", "Fonction"}),
            Map.entry("address", new String[] {"Address", "Adresse"}),
            Map.entry("city", new String[] {"City", "Ville"}),
            Map.entry("postal_code", new String[] {"Postal code", "Code postal"}),
            Map.entry("country", new String[] {"Country", "Pays"}));

    private final int column;

    PaperWords(String language) {
        this.column = language.startsWith("fr") ? 1 : 0;
    }

    String say(String key, Object... with) {
        return String.format(WORDS.getOrDefault(key, new String[] {key, key})[column], with);
    }
}
