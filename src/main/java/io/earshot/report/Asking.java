package io.earshot.report;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How a question is put to the database: plainly, or so that it can be taken back ({@link RunProgress#ask}). */
interface Asking {
    Asking PLAINLY = PreparedStatement::executeQuery;

    ResultSet of(PreparedStatement select) throws SQLException;
}
