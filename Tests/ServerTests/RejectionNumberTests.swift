import Attachments
import Kernel
import Platform
import Storage
import Testing
import Web

@testable import Server

/// A number says one thing in the whole house.
@Suite("A number of a refusal is one refusal's alone") struct RejectionNumberTests {
    private static func numbers<Room: Module>(_ room: Room.Type) -> [Int] {
        Room.Refusal.all.map(\.statement.number)
    }

    @Test("No number of a refusal stands for two things, whoever says it")
    func unique() {
        var owners: [Int: [String]] = [:]
        func add(_ owner: String, _ numbers: [Int]) {
            for number in numbers { owners[number, default: []].append(owner) }
        }
        add("kernel", KernelRejection.catalogue.map(\.number))
        add("web", WebRejection.catalogue.map(\.number))
        add("papers", PaperRejection.catalogue.map(\.number))
        add("platform", PlatformRejection.catalogue.map(\.number))
        add("server", ServerRejection.catalogue.map(\.number))
        add("sign-in", SignInRejection.catalogue.map(\.number))
        for room in InstallationPlan.qianmo.modules.all { add(room.name, Self.numbers(room)) }
        #expect(owners.count > 700)
        for (number, names) in owners.sorted(by: { $0.key < $1.key }) where names.count > 1 {
            Issue.record("\(number): \(names)")
        }
    }
}
