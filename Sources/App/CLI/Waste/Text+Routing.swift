import Kernel
import Routing

extension CLIText {
    static let replayRoute = Message(
        zh: "为路线文件（VRPLIB、Solomon、JSON）排线并另行核对。",
        en: "Plan the routes of a file (VRPLIB, Solomon, JSON) and check them by another hand.")
    static let routeSeconds = Message(zh: "每个算例的秒数。", en: "Seconds for each instance.")
    static let routeSeed = Message(zh: "随机种子。", en: "The seed.")
    static let routeIterations = Message(
        zh: "改用轮数为限；同一种子每次结果相同。", en: "Limit by iterations instead: the same plan for a seed every time.")
    static let routeClock = Message(zh: "按 cpu 还是 wall 计秒。", en: "Count seconds of cpu or of the wall.")
    static let routeLimits = Message(
        zh: "秒数应大于 0、不超过 86400，轮数应大于 0。", en: "Seconds lie above 0 and up to 86400; iterations above 0.")

    static func routeHead(_ name: String, _ cost: String, _ routes: Int, _ iterations: Int, _ cpu: Int64) -> Message {
        Message(
            zh: "\(name)：总长 \(cost)，\(routes) 条线，\(iterations) 轮，CPU \(cpu) 毫秒",
            en: "\(name): cost \(cost), \(routes) routes, \(iterations) iterations, CPU \(cpu) ms")
    }

    static func routeBroken(_ breach: PlanCheck.Breach) -> Message {
        Message(
            zh: "不可行：\(breach.rule.rawValue)，第 \(breach.route + 1) 条线第 \(breach.stop + 1) 站，超出 \(breach.excess)",
            en:
                "not feasible: \(breach.rule.rawValue), route \(breach.route + 1), stop \(breach.stop + 1), by \(breach.excess)"
        )
    }

    static func visitsHead(_ solved: SolvedVisits) -> Message {
        let check = solved.check
        let (travel, late, latest) = (
            SolvedVisits.text(check.travel), SolvedVisits.text(check.late), SolvedVisits.text(check.latest)
        )
        return Message(
            zh: """
                \(solved.problem.name)：目标值 \(SolvedVisits.text(solved.value))（路程 \(travel)，迟到合计 \(late)，最迟 \(latest)），\
                \(solved.iterations) 轮，CPU \(solved.cpu / 1_000) 毫秒
                """,
            en: """
                \(solved.problem.name): value \(SolvedVisits.text(solved.value)) (travel \(travel), late \(late), latest \(latest)), \
                \(solved.iterations) iterations, CPU \(solved.cpu / 1_000) ms
                """)
    }

    static func visitsBroken(_ breach: VisitCheck.Breach) -> Message {
        Message(
            zh: "不可行：\(breach.rule.rawValue)，第 \(breach.carer + 1) 人第 \(breach.stop + 1) 处",
            en: "not feasible: \(breach.rule.rawValue), carer \(breach.carer + 1), stop \(breach.stop + 1)")
    }

    static func routingFault(_ fault: RoutingFault) -> Message {
        let what = faultWords(fault.kind)
        let zh = [fault.line.map { "第 \($0) 行" }, fault.field, fault.value.map { "“\($0)”" }].compactMap(\.self)
        let en = [fault.line.map { "line \($0)" }, fault.field, fault.value.map { "“\($0)”" }].compactMap(\.self)
        return Message(
            zh: "读不出路线文件：\((zh + [what.zh]).joined(separator: "，"))。",
            en: "The routing file cannot be read: \((en + [what.en]).joined(separator: ", ")).")
    }

    private static func faultWords(_ kind: RoutingFault.Kind) -> Message {
        switch kind {
        case .nobodyAble: Message(zh: "没有人会做，或两项只有一个人会做", en: "nobody is able to do it, or one carer alone of two")
        case .noPlace: Message(zh: "没有要去的点", en: "there is no place to serve")
        case .noVehicle: Message(zh: "没有车，或车数不在 1 到 5000", en: "no vehicle, or not 1 to 5,000")
        case .noFacility: Message(zh: "没有卸料的地方", en: "there is nowhere to unload")
        case .tooLarge: Message(zh: "太大", en: "too large")
        case .matrixSize: Message(zh: "行列数不对", en: "not of the right size")
        case .numberOutOfRange: Message(zh: "数字超出范围", en: "a number out of range")
        case .loadAboveCapacity: Message(zh: "比任何车的载量都大，请先拆分", en: "more than any vehicle holds: split it first")
        case .windowBackwards: Message(zh: "开始晚于结束", en: "begins after its end")
        case .notText: Message(zh: "不是 UTF-8 文本", en: "not UTF-8 text")
        case .unknownFormat: Message(zh: "不是已知格式", en: "no known format")
        case .missingField: Message(zh: "缺少或不全", en: "missing or incomplete")
        case .badNumber: Message(zh: "不是可用的整数", en: "not a usable number")
        case .unknownNode: Message(zh: "没有这个点", en: "no such node")
        case .twiceNamed: Message(zh: "出现了两次", en: "stands there twice")
        case .unsupported: Message(zh: "不支持", en: "not supported")
        case .notJSON: Message(zh: "不是合格的 JSON", en: "not sound JSON")
        }
    }
}
