import Kernel
import Storage

@testable import Platform

extension PageWalk {
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
        let given: [(String, JSON, Principal)] = [
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
                    "tare": 6_180, "owner": "tanba-collective",
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
            ("waste.fileComplaint", heap("heap-1"), clerk), ("waste.fileComplaint", heap("heap-2"), clerk),
            ("waste.answerComplaint", ["complaint": "heap-1", "words": "今天上午清走了。"], county),
        ]
        for (number, (command, arguments, by)) in given.enumerated() {
            let answer = try await practice.installation.writer.submit(
                Submission(command: command, arguments: arguments, principal: by, key: "waste-\(number)"))
            if case .rejected(let rejection) = answer { throw rejection }
        }
    }
}
