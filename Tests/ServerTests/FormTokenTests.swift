import Foundation
import Hummingbird
import Kernel
@testable import Server
import Testing

/// The form's token is masked anew in each answer, so that its length under compression tells nothing (BREACH).
@Suite("Masked form tokens") struct FormTokenTests {
    private let secrets: Secrets

    init() throws { secrets = try #require(Secrets((0..<32).map { UInt8($0) })) }

    @Test("each masking is another text of which each is taken; nothing else is")
    func masked() {
        let (own, other) = (Token.fresh(), Token.fresh())
        let secret = secrets.formToken(for: own)
        let texts = (0..<200).map { _ in secret.masked() }
        #expect(Set(texts).count == 200 && Set(texts.map(\.count)) == [86])
        #expect(texts.allSatisfy { secrets.formToken(for: own).matches($0) })
        #expect(!texts.contains { secrets.formToken(for: other).matches($0) })
        // No place of the text tells more than another: each has many letters.
        for place in 0..<85 {
            #expect(Set(texts.map { Array($0.utf8)[place] }).count > 20, "place \(place)")
        }
        // One bit anywhere, the bare secret, and what is no token at all.
        guard var bytes = Base64.bytes(texts[0]) else { return #expect(Bool(false)) }
        for place in bytes.indices {
            bytes[place] ^= 1
            #expect(!secret.matches(Base64.text(bytes)))
            bytes[place] ^= 1
        }
        let bare = zip(bytes.prefix(32), bytes.suffix(32)).map { $0 ^ $1 }
        for text in ["", "x", Base64.text(bare), texts[0] + "AAAA", String(texts[0].dropLast(4)), "\u{0}" + texts[0]] {
            #expect(!secret.matches(text))
        }
    }

    @Test(
        "two answers to one session carry no common piece of the token, and either is taken; another session's is not")
    func answers() async throws {
        let server = try TestServer()
        let browser = try await server.signedIn("bidder", .bidder)
        var tokens: [String] = []
        for _ in 0..<2 { tokens.append(try #require(try await browser.get("/lots/L1/bid").hidden("_csrf"))) }
        #expect(tokens[0] != tokens[1])
        let pieces = Set((0...78).map { String(Array(tokens[0])[$0..<$0 + 8]) })
        #expect(!(0...78).contains { pieces.contains(String(Array(tokens[1])[$0..<$0 + 8])) })
        let header = try #require(HTTPField.Name("X-Form-Token"))
        let command: JSON = ["do": "exchange.placeBid", "with": [:], "key": "k1"]
        let foreign = try #require(try await server.signedIn("rival", .bidder).get("/lots/L1/bid").hidden("_csrf"))
        for (token, status) in [(tokens[0], 200), (tokens[1], 200), (foreign, 403)] {
            let answer = try await browser.send(
                .post, "/api/v1/commands", headers: [.contentType: "application/json", header: token],
                body: command.canonicalBytes)
            #expect(answer.status == status)
        }
    }
}
