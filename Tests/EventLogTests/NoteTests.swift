import EventLog
import Testing

@Suite("Signed notes and checkpoints")
struct NoteTests {
    let log: SigningKey
    let witness: SigningKey

    init() throws {
        var random = SeededRandom(seed: "note tests")
        log = try #require(SigningKey(name: "log.example/luxian", random: &random))
        witness = try #require(SigningKey(name: "witness.example", random: &random))
    }

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    private var checkpoint: Checkpoint {
        Checkpoint(origin: "log.example/luxian", size: 7, root: Hash.leaf([7]))
    }

    @Test("The example key of the specification's author opens the note it signed")
    func keyTexts() throws {
        let vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
        let note = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

            """
        let key = try VerifierKey(vkey)
        #expect(try SignedNote(parsing: bytes(note)).verified(by: [key]) == [key])
        #expect(key.text == vkey)
    }

    @Test("A secret key reads back from its text and signs the same")
    func secretText() throws {
        let again = try SigningKey(secretText: log.secretText)
        #expect(again.verifier == log.verifier)
        #expect(checkpoint.signed(by: again) == checkpoint.signed(by: log))
        #expect(log.secretText.hasPrefix("PRIVATE+KEY+log.example/luxian+"))
    }

    @Test("A key whose text is wrong anywhere is refused")
    func malformedKeys() {
        let text = log.verifier.text
        for bad in ["", "a+b", text + "A", String(text.dropLast()), text.replacing("+", with: " "), "x" + text] {
            #expect(throws: LogFault.malformedKey) { _ = try VerifierKey(bad) }
            #expect(throws: LogFault.malformedKey) { _ = try SigningKey(secretText: bad) }
        }
        #expect(SigningKey(name: "with space", seed: Array(repeating: 1, count: 32)) == nil)
        #expect(SigningKey(name: "with+plus", seed: Array(repeating: 1, count: 32)) == nil)
        #expect(SigningKey(name: "", seed: Array(repeating: 1, count: 32)) == nil)
        #expect(SigningKey(name: "short", seed: [1]) == nil)
    }

    @Test("A checkpoint opens with its log's key and says what was signed")
    func opens() throws {
        let opened = try SignedCheckpoint(opening: checkpoint.signed(by: log).bytes, by: log.verifier)
        #expect(opened.checkpoint == checkpoint)
        let extended = Checkpoint(origin: "log.example/luxian", size: 0, root: .empty, extensions: ["epoch 2"])
        #expect(try SignedCheckpoint(opening: extended.signed(by: log).bytes, by: log.verifier).checkpoint == extended)
    }

    @Test("Every single changed byte of a checkpoint is noticed")
    func everyByte() {
        let good = checkpoint.signed(by: log).bytes
        for position in good.indices {
            for bit in [0x01, 0x20, 0x80] as [UInt8] {
                var bad = good
                bad[position] ^= bit
                #expect(throws: LogFault.self) { _ = try SignedCheckpoint(opening: bad, by: log.verifier) }
            }
        }
    }

    @Test("Unknown signatures are ignored, also under a known name; without a known one the note is refused")
    func unknownSignatures() throws {
        let note = SignedNote(signing: checkpoint.noteText, by: [witness, log])
        #expect(try note.verified(by: [log.verifier]) == [log.verifier])
        #expect(try note.verified(by: [log.verifier, witness.verifier]).count == 2)
        let misnamed = note.adding(NoteSignature(name: log.verifier.name, id: 1, bytes: [1, 2, 3]))
        #expect(try SignedNote(parsing: misnamed.bytes).verified(by: [log.verifier]) == [log.verifier])
        let stranger = try #require(SigningKey(name: "log.example/luxian", seed: Array(repeating: 9, count: 32)))
        #expect(throws: LogFault.notSigned(by: "log.example/luxian")) {
            _ = try note.verified(by: [stranger.verifier])
        }
        let renamed = try #require(VerifierKey(name: "other.example", publicKey: log.verifier.publicKey))
        #expect(throws: LogFault.notSigned(by: "other.example")) { _ = try note.verified(by: [renamed]) }
    }

    @Test("A known key that signs twice, or wrongly, spoils the note")
    func duplicates() throws {
        let note = checkpoint.signed(by: log).note
        #expect(throws: LogFault.duplicateSignature(name: "log.example/luxian")) {
            _ = try note.adding(note.signatures[0]).verified(by: [log.verifier])
        }
        let other = Checkpoint(origin: "log.example/luxian", size: 8, root: Hash.leaf([8])).signed(by: log).note
        let borrowed = SignedNote(signing: checkpoint.noteText, by: [witness]).adding(other.signatures[0])
        #expect(throws: LogFault.badSignature(name: "log.example/luxian")) {
            _ = try borrowed.verified(by: [log.verifier, witness.verifier])
        }
    }

    @Test("A note without its last newline, its empty line or a whole signature line is refused")
    func malformedNotes() {
        let good = String(decoding: checkpoint.signed(by: log).bytes, as: UTF8.self)
        let bad = [
            String(good.dropLast()), good + "\n", good + "x", good.replacing("\n\n", with: "\n"),
            good.replacing("\u{2014} ", with: "- "), good.replacing("\n", with: "\r\n"), "", "\n", "\n\n", "\n\n\n",
            good.replacing("luxian\n7", with: "luxian\u{0}\n7"),
            good + "\u{2014} name\n", good + "\u{2014} name AAAA\n", good + "\u{2014} a b AAAAAAAA\n",
        ]
        for text in bad {
            #expect(throws: LogFault.malformedNote, "\(text)") {
                _ = try SignedCheckpoint(opening: bytes(text), by: log.verifier)
            }
        }
        #expect(throws: LogFault.malformedNote) {
            _ = try SignedCheckpoint(opening: bytes(good) + [0xFF, 0x0A], by: log.verifier)
        }
    }

    @Test(
        "A signed text that is no checkpoint is refused",
        arguments: [
            "log.example/luxian\n7\n", "log.example/luxian\n07\n\(Hash.empty)\n",
            "log.example/luxian\n-7\n\(Hash.empty)\n",
            "log.example/luxian\n+7\n\(Hash.empty)\n", "log.example/luxian\n7\nAAAA\n", "\n7\n\(Hash.empty)\n",
            "log.example/luxian\n7\n\(Hash.empty)\n\nextra\n",
            "log.example/luxian\n9223372036854775808\n\(Hash.empty)\n",
        ])
    func malformedCheckpoints(text: String) {
        let note = SignedNote(signing: text, by: [log])
        #expect(throws: LogFault.malformedCheckpoint) {
            _ = try SignedCheckpoint(opening: note.bytes, by: log.verifier)
        }
    }

    @Test("A checkpoint of another log is refused, even when our key signed it")
    func wrongOrigin() {
        let foreign = Checkpoint(origin: "elsewhere", size: 7, root: .empty).signed(by: log)
        #expect(throws: LogFault.wrongOrigin(expected: "log.example/luxian", found: "elsewhere")) {
            _ = try SignedCheckpoint(opening: foreign.bytes, by: log.verifier)
        }
    }
}
