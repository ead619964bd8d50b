import Kernel
import Matching

/// What the command prints.
enum FlowText {
    static let abstract = Message(
        zh: "求解最小费用流（DIMACS 文件），并给出最优性证明。", en: "Solve a minimum-cost flow (DIMACS) with a proof that it is one.")

    static func solved(cost: Int64, nodes: Int, arcs: Int, isProved: Bool, milliseconds: Int64) -> Message {
        Message(
            zh: "最小费用 \(cost)；\(nodes) 个节点，\(arcs) 条弧；证明\(isProved ? "核对无误" : "不成立")；CPU \(milliseconds) 毫秒。",
            en: """
                Least cost \(cost); \(nodes) nodes, \(arcs) arcs; the proof \(isProved ? "holds" : "does not hold"); \
                \(milliseconds) ms of CPU.
                """)
    }

    static func fault(_ fault: FlowFault) -> Message {
        switch fault {
        case .infeasible(let missing):
            Message(
                zh: "没有可行的流：有 \(missing) 个单位的供给或需求无处可去。请核对供给、需求和容量。",
                en: "No flow meets the demands: \(missing) units find no way. Check supplies, demands and capacities.")
        case .badArc(let number):
            Message(zh: "第 \(number + 1) 条弧的容量小于下界。", en: "Arc \(number + 1) has a capacity below its lower bound.")
        case .beyondReckoning:
            Message(
                zh: "费用或数量太大，合计可能超出 64 位整数；不作近似计算。",
                en: "Costs or amounts are so large that a sum could leave 64 bits; nothing is approximated.")
        }
    }

    static func fault(_ fault: DimacsFault) -> Message {
        let words =
            switch fault.reason {
            case .noProblemLine: Message(zh: "缺少“p min 节点数 弧数”一行", en: "there is no line “p min NODES ARCS” before it")
            case .secondProblemLine: Message(zh: "“p”行只能有一行", en: "there is a second “p” line")
            case .badProblemLine: Message(zh: "“p”行应为“p min 节点数 弧数”", en: "a “p” line reads “p min NODES ARCS”")
            case .badNodeLine: Message(zh: "“n”行应为“n 节点 供给”", en: "an “n” line reads “n NODE SUPPLY”")
            case .badArcLine:
                Message(zh: "“a”行应为“a 起点 终点 下界 容量 费用”", en: "an “a” line reads “a TAIL HEAD LOWER CAPACITY COST”")
            case .unknownLine: Message(zh: "只认识 c、p、n、a 开头的行", en: "lines begin with c, p, n or a")
            case .unknownNode: Message(zh: "没有这个节点", en: "there is no such node")
            case .tooManyArcs: Message(zh: "弧比“p”行所说的多", en: "there are more arcs than the “p” line says")
            case .tooFewArcs: Message(zh: "弧比“p”行所说的少", en: "there are fewer arcs than the “p” line says")
            case .numberTooLarge: Message(zh: "数字超出 64 位整数", en: "a number does not fit into 64 bits")
            case .nodeTwice: Message(zh: "同一节点有两行供给", en: "the node has a supply already")
            case .capacityBelowLower: Message(zh: "容量小于下界", en: "the capacity is below the lower bound")
            }
        return Message(zh: "第 \(fault.line) 行：\(words.zh)。", en: "Line \(fault.line): \(words.en).")
    }

    static let certificate = Message(
        zh: "证明文件（JSON）：按文件里的市场逐个核对。", en: "Certificates (JSON), each judged against the market of the file.")
    static let noMarket = Message(
        zh: "这个网络不是岗位与人的市场，无法核对证明。", en: "The network is no market of seats and people; a certificate cannot be judged."
    )
    static let noJSON = Message(
        zh: "证明文件不是 JSON 列表或记录。", en: "The certificates are no JSON list or record.")

    static func row(_ row: FlowCertificates.Row) -> Message {
        let words =
            switch row.verdict {
            case .success(.ok): Message(zh: "成立", en: "good")
            case .success(let verdict): Message(zh: "不成立：\(verdict.rawValue)", en: "bad: \(verdict.rawValue)")
            case .failure(let problem):
                Message(zh: "读不出：\(problem.reason.rawValue)", en: "unreadable: \(problem.reason.rawValue)")
            }
        let differs = row.agrees == false
        return Message(
            zh: "\(row.name)：\(words.zh)\(differs ? "（与文件所写不同）" : "")",
            en: "\(row.name): \(words.en)\(differs ? " (the file says otherwise)" : "")")
    }

    static func row(_ row: FlowCases.Row) -> Message {
        let cost = row.cost.map { String($0) } ?? "—"
        let words = row.problem ?? (row.isFeasible == true ? cost : "infeasible")
        return Message(
            zh: "\(row.name)：\(words)\(row.agrees == false ? "（与文件所写不同）" : "")",
            en: "\(row.name): \(words)\(row.agrees == false ? " (the file says otherwise)" : "")")
    }

    static func judged(_ count: Int, _ good: Int, _ differing: Int, _ others: Int) -> Message {
        Message(
            zh: "核对 \(count) 个，成立 \(good) 个，与文件所写不同 \(differing) 个；属于其他网络 \(others) 个。",
            en:
                "\(count) judged, \(good) good, \(differing) differ from what the file says; \(others) of other networks."
        )
    }

    static func noScript(_ path: String) -> Message {
        Message(
            zh: "没有找到 \(path)：请在源码目录里运行。", en: "There is no \(path): run this in the source tree.")
    }
}
