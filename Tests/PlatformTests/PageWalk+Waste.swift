import Kernel
import Storage

@testable import Platform

extension PageWalk {
    /// A month that was over for good before now.
    static func settledMonth(_ now: Instant) -> String { String(now.date.adding(days: -40).description.prefix(7)) }

    /// A station, a kiln and a scale with a load that was weighed; complaints at a counter, one answered by somebody else.
    func collectWaste() async throws {
        guard let county = try practice.installation.findPrincipal(office: OfficeID("luxian-intake") ?? .example),
            let clerk = try practice.installation.findPrincipal(office: OfficeID("tanba-clerk") ?? .example)
        else { return }
        let accounts: [String] = try practice.installation.database.read { tx in
            try tx.rows("SELECT id FROM office WHERE role IN ('bidder', 'villager') ORDER BY id LIMIT 1").map {
                try $0.get(0)
            }
        }
        guard let driver = accounts.first else { return }
        let yesterday = practice.clock.now().date.adding(days: -1)
        let place: JSON = .string(county.division.text)
        func heap(_ name: String) -> JSON {
            [
                "complaint": .string(name), "place": .string(clerk.division.text), "kind": "heap", "site": "depot",
                "words": "村口堆了垃圾。",
            ]
        }
        var given: [(String, JSON, Principal)] = [
            (
                "registry.registerOrganisation",
                [
                    "organisation": "luxian-sanitation", "division": place, "kind": "company", "name": "泸县环卫公司",
                ], county
            ),
            (
                "waste.registerSite",
                ["site": "depot", "place": place, "name": "县垃圾转运站", "kind": "station"], county
            ), ("waste.registerSite", ["site": "kiln", "place": place, "name": "焚烧厂", "kind": "plant"], county),
            ("waste.registerSite", ["site": "corner", "place": place, "name": "老街口", "kind": "point"], county),
            ("waste.registerSite", ["site": "bridge", "place": place, "name": "桥头", "kind": "point"], county),
            (
                "waste.registerScale",
                ["scale": "scale-a", "site": "depot", "name": "1 号地磅", "until": yesterday.adding(days: 200).field],
                county
            ),
            (
                "waste.registerVehicle",
                [
                    "vehicle": "truck", "place": place, "plate": "川E20001", "carries": ["other"], "capacity": 8_000,
                    "tare": 6_180, "owner": "luxian-sanitation",
                ], county
            ),
            (
                "waste.setTare",
                [
                    "vehicle": "truck", "tare": 6_200, "day": yesterday.adding(days: 1).field, "scale": "scale-a",
                    "slip": "0001",
                ], county
            ),
            (
                "waste.issueTicket",
                [
                    "ticket": "load-1", "vehicle": "川E20001", "from": ["depot"], "to": "kiln", "stream": "other",
                    "gross": 9_000, "tare": 6_200, "scale": "scale-a",
                ], county
            ),
            (
                "waste.planRound",
                [
                    "round": "morning", "day": yesterday.adding(days: 1).field, "vehicle": "truck",
                    "driver": .string(driver), "points": ["corner", "bridge"],
                ], county
            ),
            (
                "waste.markStop",
                ["round": "morning", "site": "corner", "outcome": "done", "kilograms": 420], county
            ),
            ("waste.readStock", ["site": "depot", "day": yesterday.field, "kilograms": 1_900], county),
            (
                "waste.declareLoss",
                [
                    "site": "depot", "day": yesterday.field, "kilograms": 120, "cause": "drained",
                    "reason": "压缩时排出渗滤液，接入污水管。",
                ], county
            ),
            ("waste.fileComplaint", heap("heap-1"), clerk), ("waste.fileComplaint", heap("heap-2"), clerk),
            ("waste.answerComplaint", ["complaint": "heap-1", "words": "今天上午清走了。"], county),
        ]
        given.append(("waste.startShift", ["vehicle": "truck", "driver": .string(driver)], county))
        given += haulage(Self.settledMonth(practice.clock.now()), driver, place, county)
        for (number, (command, arguments, by)) in given.enumerated() {
            let answer = try await practice.installation.writer.submit(
                Submission(command: command, arguments: arguments, principal: by, key: "waste-\(number)"))
            if case .rejected(let rejection) = answer { throw rejection }
        }
    }
    /// A letter about an exceeding day with its answer, the operator's contract, a visit, and a reagent that was counted twice.
    func upkeep(_ county: Principal, _ yesterday: CivilDate) throws -> [(String, JSON, Principal)] {
        guard let review = try practice.installation.findPrincipal(office: OfficeID("luxian-review") ?? .example),
            let contract: String = try practice.installation.database.read({ tx in
                try tx.first("SELECT id FROM contract ORDER BY id LIMIT 1").map { try $0.get(0) }
            })
        else { return [] }
        func count(_ back: Int, _ stock: String) -> (String, JSON, Principal) {
            (
                "environment.countReagent",
                [
                    "facility": "works", "reagent": "coagulant", "day": yesterday.adding(days: -back).field,
                    "stock": .string(stock),
                ], county
            )
        }
        return [
            (
                "environment.writeLetter",
                ["facility": "works", "number": 1, "demand": "查明原因，三日内恢复达标。"], review
            ),
            (
                "environment.answerLetter",
                [
                    "facility": "works", "number": 1, "causes": "曝气机跳闸。", "measures": "更换接触器，复测达标。",
                    "doneBy": yesterday.adding(days: 4).field,
                ], county
            ),
            ("environment.linkContract", ["facility": "works", "contract": .string(contract)], review),
            (
                "environment.recordVisit",
                ["facility": "works", "day": yesterday.field, "words": "设备运行正常，清了格栅。"], county
            ), count(20, "1200"), count(0, "480"),
        ]
    }

    /// Paper that was sorted at the station, of which most is on offer.
    func sellRecyclables() async throws {
        guard let county = try practice.installation.findPrincipal(office: OfficeID("luxian-intake") ?? .example)
        else { return }
        let today = practice.clock.now().date
        let given: [(String, JSON)] = [
            (
                "waste.sortRecyclables",
                [
                    "site": "depot", "material": "paper", "gross": 1_250, "tare": 50, "scale": "scale-a",
                    "day": today.field, "isFromMixed": false,
                ]
            ),
            (
                "waste.offerRecyclables",
                [
                    "sale": "z-paper", "site": "depot", "material": "paper", "kilograms": 1_000,
                    "seller": "luxian-sanitation", "reserveFen": 60_000, "fetchBy": today.adding(days: 90).field,
                ]
            ),
        ]
        for (number, (command, arguments)) in given.enumerated() {
            let answer = try await practice.installation.writer.submit(
                Submission(command: command, arguments: arguments, principal: county, key: "recyclables-\(number)"))
            if case .rejected(let rejection) = answer { throw rejection }
        }
    }

    /// A hauler's contract with a month that was reckoned, of which an assessment takes something off.
    private func haulage(_ month: String, _ agent: String, _ place: JSON, _ county: Principal) -> [(
        String, JSON, Principal
    )] {
        let day: JSON = .string(month + "-02")
        return [
            (
                "waste.registerHaulage",
                [
                    "haulage": "hauler-1", "place": place, "hauler": "luxian-sanitation", "payer": "tanba-collective",
                    "agent": .string(agent), "basis": "collected", "priceFen": 9_500, "from": day,
                    "until": .string(month + "-28"),
                ], county
            ),
            (
                "waste.assessHaulage",
                ["haulage": "hauler-1", "day": day, "kind": "missedStop", "amountFen": 5_000], county
            ), ("waste.draftSettlement", ["haulage": "hauler-1", "month": .string(month)], county),
        ]
    }
}
