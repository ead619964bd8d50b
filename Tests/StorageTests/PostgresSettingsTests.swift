import Testing

@testable import StoragePostgres

/// A server on another machine proves who it is, unless somebody says otherwise.
@Suite("Where PostgreSQL is") struct PostgresSettingsTests {
    private func mode(_ url: String) -> String? {
        PostgresSettings(url: url, schema: nil, readerSeconds: 5).words.first { $0.name == "sslmode" }?.value
    }

    @Test("Another machine is asked for its certificate; this one is not, and the URL has the last word")
    func proof() {
        for url in [
            "postgres://county@db.example/qianmo", "host=10.0.0.7 dbname=qianmo", "hostaddr=192.0.2.1 dbname=q",
            "postgres://a@127.0.0.1,db2.example/qianmo",
        ] {
            #expect(mode(url) == "verify-full", "\(url)")
        }
        for url in [
            "postgres:///qianmo", "dbname=qianmo", "host=/var/run/postgresql dbname=q", "postgres://a@localhost:5433/q",
            "postgres://127.0.0.1/q", "postgres://[::1]/q", "not a url at all",
        ] {
            #expect(mode(url) == nil, "\(url)")
        }
        // Words that come later win: the URL is the last one.
        let words = PostgresSettings(url: "postgres://db.example/q?sslmode=require", schema: nil, readerSeconds: 5)
            .words
        #expect(words.first?.name == "sslmode" && words.last?.name == "dbname")
    }
}
