package import Kernel
import Registry
package import Storage

extension EnterFoundContract {
    package func facts(on state: Cleanup.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(organisation: try OrganisationQueries.find(organisation, in: tx))
    }
}

extension CloseContractCase {
    package func facts(on found: FoundCase, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(resolution: try resolution.flatMap { try ResolutionQueries.find($0, in: tx) })
    }
}

extension FoundContractEntered {
    package func project(
        from standing: Void, to state: Cleanup.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let display = CleanupText.masked(lessee)
        try tx.run(
            """
            INSERT INTO found_contract
                (id, organisation, division, sheet_row, in_group, number, object, display_name, category, area, measured,
                starts, ends, annual, one_off, paid_until, unread, problems, is_closed, collected)
            VALUES (\(foundCase), \(organisation), \(place), \(terms.row), \(terms.group), \(terms.number),
                \(terms.object), \(display), \(terms.category), \(terms.area?.units), \(terms.measured?.units),
                \(terms.start), \(terms.end), \(terms.annual?.fen), \(terms.oneOff?.fen), \(terms.paidUntil),
                \(terms.unread), \(Int64(problems.count)), 0, 0)
            """)
        try CaseProblems.write(problems, of: foundCase, in: tx)
    }
}

extension FoundContractCorrected {
    package func project(
        from standing: Void, to state: Cleanup.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let display = CleanupText.masked(lessee)
        try tx.run(
            """
            UPDATE found_contract SET sheet_row = \(terms.row), in_group = \(terms.group), number = \(terms.number),
                object = \(terms.object), display_name = \(display), category = \(terms.category),
                area = \(terms.area?.units), measured = \(terms.measured?.units), starts = \(terms.start),
                ends = \(terms.end), annual = \(terms.annual?.fen), one_off = \(terms.oneOff?.fen),
                paid_until = \(terms.paidUntil), unread = \(terms.unread), problems = \(Int64(problems.count))
            WHERE id = \(foundCase)
            """)
        try tx.run("DELETE FROM found_problem WHERE found = \(foundCase)")
        try CaseProblems.write(problems, of: foundCase, in: tx)
    }
}

extension ContractJudged {
    package func project(
        from standing: Void, to state: Cleanup.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        if isLifted {
            try tx.run("DELETE FROM found_problem WHERE found = \(foundCase) AND code = \(code)")
        } else {
            try tx.run("INSERT INTO found_problem (found, code, reason) VALUES (\(foundCase), \(code), \(reason))")
        }
        let count = Int64(state.found?.problems.count ?? 0)
        try tx.run("UPDATE found_contract SET problems = \(count) WHERE id = \(foundCase)")
    }
}

extension ContractPlanned {
    package func project(
        from standing: Void, to state: Cleanup.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE found_contract SET plan = \(plan), due = \(due) WHERE id = \(foundCase)")
    }
}

extension ContractCaseClosed {
    package func project(
        from standing: Void, to state: Cleanup.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE found_contract SET is_closed = 1, annual_after = \(annual.fen), collected = \(collected.fen),
                resolution = \(resolution) WHERE id = \(foundCase)
            """)
    }
}

extension NameErased {
    package func project(
        from standing: Void, to state: Cleanup.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let covered = CleanupText.erased
        switch kind {
        case .found: try tx.run("UPDATE found_contract SET display_name = \(covered) WHERE id = \(thing)")
        case .bill: try tx.run("UPDATE land_bill SET display_name = \(covered) WHERE id = \(thing)")
        case .claim: try tx.run("UPDATE cleanup_claim SET display_name = \(covered) WHERE id = \(thing)")
        }
    }
}

private enum CaseProblems {
    static func write(_ problems: [ProblemCode], of found: CaseID, in tx: any WriteTransaction) throws {
        for code in problems {
            try tx.run("INSERT INTO found_problem (found, code) VALUES (\(found), \(code))")
        }
    }
}
