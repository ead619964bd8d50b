import Kernel
import Registry
import Storage

/// A matter as everyone may see it.
struct DeliberationLine: Sendable {
    var deliberation: Deliberation
    let name: String
    let object: String?
    let subjectLine: String
    /// Why it was given up.
    let stopped: String?
}

/// A step that was taken.
struct StepLine: Sendable {
    let step: DeliberationStep
    let day: CivilDate
    /// Of the decision: who decided.
    let body: ResolutionBody?
    let counts: StepCounts?
    let papers: [String]
}

enum DeliberationQueries {
    /// The latest first.
    static func list(limit: Int, in tx: any ReadTransaction) throws -> [DeliberationLine] {
        let lines = try tx.rows("\(columns) ORDER BY d.opened DESC, d.id LIMIT \(limit)").map(read)
        let taken = try tx.rows(
            """
            SELECT s.deliberation, s.step, s.taken_on FROM (
                SELECT id FROM assembly_deliberation ORDER BY opened DESC, id LIMIT \(limit)
            ) found JOIN assembly_step s ON s.deliberation = found.id ORDER BY s.deliberation, s.step
            """
        ).map {
            (
                try $0.get(0, as: DeliberationID.self), try $0.get(1, as: DeliberationStep.self),
                try $0.get(2, as: CivilDate.self)
            )
        }
        let steps = Dictionary(grouping: taken, by: \.0)
        return lines.map { line in
            var line = line
            for (_, step, day) in steps[line.deliberation.id] ?? [] { line.deliberation.taken[step] = day }
            return line
        }
    }

    static func find(_ id: DeliberationID, in tx: any ReadTransaction) throws -> DeliberationLine? {
        try tx.first("\(columns) WHERE d.id = \(id)").map { try withSteps(read($0), in: tx) }
    }

    static func find(decidedBy resolution: ResolutionID, in tx: any ReadTransaction) throws -> DeliberationLine? {
        try tx.first("\(columns) WHERE d.resolution = \(resolution)").map { try withSteps(read($0), in: tx) }
    }

    /// In the order in which they were taken.
    static func steps(of id: DeliberationID, in tx: any ReadTransaction) throws -> [StepLine] {
        let papers = try tx.rows(
            "SELECT step, sha256 FROM assembly_step_paper WHERE deliberation = \(id) ORDER BY step, number"
        ).map { (try $0.get(0, as: DeliberationStep.self), try $0.get(1, as: String.self)) }
        let marks = Dictionary(grouping: papers, by: \.0).mapValues { $0.map(\.1) }
        return try tx.rows(
            """
            SELECT step, taken_on, body, entitled, present, in_favour FROM assembly_step WHERE deliberation = \(id)
            ORDER BY taken_on, step
            """
        ).map { row in
            let step: DeliberationStep = try row.get(0)
            let entitled: Int64? = try row.find(3)
            let counts = try entitled.map {
                StepCounts(entitled: $0, present: try row.get(4), inFavour: try row.get(5))
            }
            return StepLine(
                step: step, day: try row.get(1), body: try row.find(2), counts: counts, papers: marks[step] ?? [])
        }
    }

    private static func withSteps(_ line: DeliberationLine, in tx: any ReadTransaction) throws -> DeliberationLine {
        var line = line
        for step in try steps(of: line.deliberation.id, in: tx) { line.deliberation.taken[step.step] = step.day }
        return line
    }

    private static let columns: SQL = """
        SELECT d.id, d.organisation, o.name, d.division, d.matter, d.object, d.subject_line, d.opened, d.steps,
            d.step_days, d.show_days, d.notice_days, d.outcome_days, d.resolution, d.stopped
        FROM assembly_deliberation d JOIN organisation o ON o.id = d.organisation
        """

    private static func read(_ row: Row) throws -> DeliberationLine {
        let steps: String = try row.get(8)
        var deliberation = Deliberation(
            id: try row.get(0), organisation: try row.get(1), place: try row.get(3), matter: try row.get(4),
            opened: try row.get(7),
            steps: steps.split(separator: " ").compactMap { DeliberationStep(rawValue: String($0)) },
            days: DeliberationDays(
                step: try row.get(9), show: try row.get(10), notice: try row.get(11), outcome: try row.get(12)))
        deliberation.resolution = try row.find(13)
        let stopped: String? = try row.find(14)
        deliberation.isStopped = stopped != nil
        return DeliberationLine(
            deliberation: deliberation, name: try row.get(2), object: try row.find(5), subjectLine: try row.get(6),
            stopped: stopped)
    }
}
