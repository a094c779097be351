package io.earshot.questionnaire.logic;

/** A value that exists but is not known here, such as a trait on the server. What is made of it is not known either. */
public enum Unknown {
    VALUE
}
