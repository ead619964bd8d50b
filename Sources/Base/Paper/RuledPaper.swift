package import Kernel

/// Ruled forms on pages of A4, as vouchers, account books and reports are printed: a title, a head of three parts, a table
/// between lines, words below it, and places to sign. A value; `pdf()` draws it.
package struct RuledPaper: Sendable, Hashable {
    package struct Column: Sendable, Hashable {
        package let heading: String
        /// Its part of the width, beside those of the other columns.
        package let share: Int
        package let isNumber: Bool

        package init(_ heading: String, _ share: Int, isNumber: Bool = false) {
            self.heading = heading
            self.share = share
            self.isNumber = isNumber
        }
    }

    package struct Row: Sendable, Hashable {
        package let cells: [String]
        package let isSum: Bool

        package init(_ cells: [String], isSum: Bool = false) {
            self.cells = cells
            self.isSum = isSum
        }
    }

    /// One form: a page, or a half of one.
    package struct Form: Sendable, Hashable {
        package let title: String
        /// Left, middle and right, under the title.
        package let head: [String]
        package let columns: [Column]
        package let rows: [Row]
        /// How many rows are ruled; those without words stay empty, to be crossed out by hand.
        package let ruled: Int
        package let notes: [String]
        /// Beside each other at the foot.
        package let signatures: [String]

        package init(
            title: String, head: [String], columns: [Column] = [], rows: [Row] = [], ruled: Int = 0,
            notes: [String] = [], signatures: [String] = []
        ) {
            self.title = title
            self.head = head
            self.columns = columns
            self.rows = rows
            self.ruled = ruled
            self.notes = notes
            self.signatures = signatures
        }
    }

    package let title: String
    package let subject: String
    package let forms: [Form]
    /// Forms on a page: one or two.
    package let perPage: Int
    /// The document's own date, so that the same facts give the same bytes.
    package let at: Instant

    package init(title: String, subject: String, forms: [Form], perPage: Int = 1, at: Instant) {
        self.title = title
        self.subject = subject
        self.forms = forms
        self.perPage = max(1, min(2, perPage))
        self.at = at
    }
}
