import Kernel
import Matching

/// Certificates of a market's network that somebody else made: each row is judged, and answered by name where it cannot be.
struct FlowCertificates {
    enum Problem: String {
        case notAList, notARecord, membersMissing, notWhole, pairUnreadable, wrongSize
    }

    struct Row {
        let name: String
        let instance: String?
        let filled: Int?
        /// What was found, or why it cannot be judged.
        let verdict: Result<AssignmentVerdict, FlowProblem>
        /// What the file says itself.
        let expected: String?

        var agrees: Bool? {
            expected.map { expected in
                if case .success(let verdict) = verdict { verdict.rawValue == expected } else { false }
            }
        }
    }

    struct FlowProblem: Error {
        let reason: Problem
    }

    let rows: [Row]
    /// Rows of other files.
    let others: Int

    /// - Parameter file: the network's name, by which rows of a list are told from those of other networks.
    init(_ json: JSON, file: String, _ problem: AssignmentProblem, price: Int64) throws(FlowProblem) {
        let list: [JSON]
        switch json {
        case .array(let rows): list = rows
        case .object: list = [json]
        default: throw FlowProblem(reason: .notAList)
        }
        let mine = list.filter { row in row["instance"]?.string.map { $0 == file } ?? true }
        others = list.count - mine.count
        rows = mine.enumerated().map { FlowCertificates.row($1, number: $0 + 1, problem, price) }
    }

    private static func row(_ json: JSON, number: Int, _ problem: AssignmentProblem, _ price: Int64) -> Row {
        let name = json["case"]?.string ?? json["name"]?.string ?? String(number)
        func answer(_ verdict: Result<AssignmentVerdict, FlowProblem>, _ filled: Int? = nil) -> Row {
            Row(
                name: name, instance: json["instance"]?.string, filled: filled, verdict: verdict,
                expected: json["verdict"]?.string)
        }
        guard json.object != nil else { return answer(.failure(FlowProblem(reason: .notARecord))) }
        let body = json["certificate"] ?? json
        do throws(FlowProblem) {
            let prices = try whole(body["u"])
            let worths = try whole(body["y"])
            guard let match = body["match"]?.array else { throw FlowProblem(reason: .membersMissing) }
            var pairs: [(order: Int, worker: Int)] = []
            for pair in match {
                guard let two = pair.array, two.count == 2, let order = two[0].integer, let worker = two[1].integer,
                    (1...Int64(Int32.max)).contains(order), (1...Int64(Int32.max)).contains(worker)
                else { throw FlowProblem(reason: .pairUnreadable) }
                pairs.append((Int(order) - 1, Int(worker) - 1))
            }
            let stated = body["B"]?.integer ?? body["emptySeatPrice"]?.integer ?? price
            guard stated == price else { throw FlowProblem(reason: .wrongSize) }
            let verdict = problem.judge(
                pairs, AssignmentCertificate(seatPrices: prices, worths: worths, emptySeatPrice: price))
            return answer(.success(verdict), pairs.count)
        } catch {
            return answer(.failure(error))
        }
    }

    private static func whole(_ json: JSON?) throws(FlowProblem) -> [Int64] {
        guard let list = json?.array else { throw FlowProblem(reason: .membersMissing) }
        let numbers = list.compactMap(\.integer)
        guard numbers.count == list.count else { throw FlowProblem(reason: .notWhole) }
        return numbers
    }
}
