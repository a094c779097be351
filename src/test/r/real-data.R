# Real answers to look at workbooks with: writes questionnaires and answers (codes) into the folder given, target/real by default.
#   beps  British Election Panel Study 1997-2001, 1,525 voters; R package carData (GPL 2 or later), therefore not kept here.
#   gss   General Social Survey 1978-2016, 28,867 people in 20 waves, ten-word vocabulary test; carData as well.
# Then: RealWorkbooks (src/test/java/io/earshot/report).
library(carData)
library(jsonlite)
out <- commandArgs(TRUE)
out <- if (length(out)) out[1] else "target/real"
dir.create(out, recursive = TRUE, showWarnings = FALSE)

both <- function(en, fr) list(en = unbox(en), fr = unbox(fr))
options <- function(codes, en, fr) lapply(seq_along(codes), function(i) list(code = unbox(codes[i]), text = both(en[i], fr[i])))
single <- function(name, en, fr, options, ordered = FALSE)
  list(type = unbox("single_choice"), name = unbox(name), text = both(en, fr), ordered = unbox(ordered), options = options)
rows <- function(names, en, fr) lapply(seq_along(names), function(i) list(name = unbox(names[i]), text = both(en[i], fr[i])))
page <- function(name, ...) list(name = unbox(name), elements = list(...))
survey <- function(name, en, fr, ...) list(
  name = unbox(name), title = both(en, fr), defaultLanguage = unbox("en"), pages = list(...),
  endings = list(list(name = unbox("thanks"), text = both("Thank you.", "Merci."))))
keep <- function(name, questionnaire, answers) {
  write(toJSON(questionnaire, pretty = TRUE), file.path(out, paste0(name, ".json")))
  write.csv(answers, file.path(out, paste0(name, ".csv")), row.names = FALSE, na = "", quote = FALSE)
}

b <- BEPS
sex <- single("gender", "Are you ...", "Êtes-vous ...", options(c("female", "male"), c("A woman", "A man"), c("Une femme", "Un homme")))
ages <- c("Under 35", "35 to 49", "50 to 64", "65 and over")
keep("beps", survey("beps", "British Election Panel Study", "Panel électoral britannique",
  page("vote",
    single("vote", "Which party did you vote for at the general election?", "Pour quel parti avez-vous voté aux élections législatives ?",
      options(c("con", "lab", "lib"), c("Conservative", "Labour", "Liberal Democrat"), c("Conservateur", "Travailliste", "Libéral-démocrate"))),
    list(type = unbox("csat"), name = unbox("blair"),
      text = both("How do you rate Tony Blair, the leader of the Labour party?", "Comment jugez-vous Tony Blair, le dirigeant du parti travailliste ?"),
      lowLabel = both("Very poorly", "Très mal"), highLabel = both("Very well", "Très bien")),
    list(type = unbox("likert"), name = unbox("leaders"), text = both("How do you rate the other leaders?", "Comment jugez-vous les autres dirigeants ?"),
      scale = options(as.character(1:5), c("Very poorly", "Poorly", "Neither", "Well", "Very well"), c("Très mal", "Mal", "Ni bien ni mal", "Bien", "Très bien")),
      rows = rows(c("hague", "kennedy"), c("William Hague (Conservative)", "Charles Kennedy (Liberal Democrat)"), c("William Hague (conservateur)", "Charles Kennedy (libéral-démocrate)")))),
  page("economy",
    list(type = unbox("likert"), name = unbox("economy"), text = both("How have conditions changed over the last year?", "Comment la situation a-t-elle évolué depuis un an ?"),
      scale = options(as.character(1:5), c("Got a lot worse", "A little worse", "Stayed the same", "A little better", "Got a lot better"),
        c("Nettement moins bonne", "Un peu moins bonne", "Inchangée", "Un peu meilleure", "Nettement meilleure")),
      rows = rows(c("national", "household"), c("The economy of the country", "The finances of your household"), c("L’économie du pays", "Les finances de votre foyer"))),
    list(type = unbox("rating"), name = unbox("europe"), points = unbox(11L),
      text = both("Should Britain unite fully with the European Union or protect its independence from it?", "Le Royaume-Uni doit-il s’unir pleinement à l’Union européenne ou préserver son indépendance ?"),
      lowLabel = both("Unite fully", "S’unir pleinement"), highLabel = both("Protect independence", "Préserver l’indépendance")),
    list(type = unbox("number"), name = unbox("knowledge"), min = unbox(0L), max = unbox(3L),
      text = both("Parties whose position on Europe the respondent knows", "Partis dont la personne connaît la position sur l’Europe"))),
  page("person", sex,
    list(type = unbox("number"), name = unbox("age"), text = both("How old are you?", "Quel âge avez-vous ?"), min = unbox(18L), max = unbox(110L), unit = unbox("years")),
    single("age_group", "Age group", "Tranche d’âge", options(as.character(1:4), ages, c("Moins de 35 ans", "35 à 49 ans", "50 à 64 ans", "65 ans et plus")), TRUE))),
  data.frame(id = sprintf("beps-%04d", seq_len(nrow(b))), vote = c("con", "lab", "lib")[b$vote], blair = b$Blair, hague = b$Hague, kennedy = b$Kennedy,
    national = b$economic.cond.national, household = b$economic.cond.household, europe = b$Europe, knowledge = b$political.knowledge,
    gender = b$gender, age = b$age, age_group = cut(b$age, c(0, 34, 49, 64, 200), labels = 1:4)))

g <- GSSvocab
keep("gss", survey("gss", "General Social Survey: vocabulary", "General Social Survey : vocabulaire",
  page("words",
    list(type = unbox("slider"), name = unbox("vocabulary"), min = unbox(0L), max = unbox(10L),
      text = both("Words of ten whose meaning the respondent knew", "Mots sur dix dont la personne connaissait le sens"))),
  page("person", sex,
    single("age_group", "Age group", "Tranche d’âge",
      options(as.character(1:5), c("18 to 29", "30 to 39", "40 to 49", "50 to 59", "60 and over"), c("18 à 29 ans", "30 à 39 ans", "40 à 49 ans", "50 à 59 ans", "60 ans et plus")), TRUE),
    single("education", "Years of school and study", "Années d’école et d’études",
      options(as.character(1:5), c("Under 12", "12", "13 to 15", "16", "Over 16"), c("Moins de 12", "12", "13 à 15", "16", "Plus de 16")), TRUE),
    list(type = unbox("yes_no"), name = unbox("native"), text = both("Were you born in this country?", "Êtes-vous né dans ce pays ?")))),
  data.frame(id = paste0("gss-", seq_len(nrow(g))), submitted_at = paste0(g$year, "-03-15T12:00:00Z"), vocabulary = g$vocab,
    gender = g$gender, age_group = as.integer(g$ageGroup), education = as.integer(g$educGroup), native = g$nativeBorn))
