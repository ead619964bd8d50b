import Hummingbird
import Kernel
import Platform
import Server
import Storage
import TestSupport
import Testing
import Web

@Suite("The front door") struct WebServerTests {
    private let server: TestServer
    init() throws { server = try TestServer() }

    @Test("A page comes in its frame, in Chinese unless asked otherwise")
    func languages() async throws {
        let browser = server.browser()
        let chinese = try await browser.get("/lots")
        #expect(chinese.status == 200)
        #expect(chinese.headers[.contentType] == "text/html; charset=utf-8")
        #expect(chinese.text.contains("<html lang=\"zh-Hans\">"))
        #expect(chinese.text.contains("测试"))
        let preferred = try await browser.get("/lots", headers: [.acceptLanguage: "de, en-GB;q=0.8, zh;q=0.5"])
        #expect(preferred.text.contains("<html lang=\"en\">"))
        let asked = try await browser.get("/lots?lang=en")
        #expect(asked.text.contains("<html lang=\"en\">"))
        // Chosen once, kept: the cookie counts before what the browser prefers.
        #expect(browser.cookies["__Host-language"] == "en")
        #expect(try await browser.get("/lots").text.contains("<html lang=\"en\">"))
        #expect(try await browser.get("/lots?lang=zh").text.contains("<html lang=\"zh-Hans\">"))
        #expect(try await browser.get("/lots?lang=fr", headers: [.cookie: ""]).text.contains("<html lang=\"zh-Hans\">"))
    }

    @Test("Path and query reach the page as text and leave it escaped")
    func parameters() async throws {
        let page = try await server.browser().get("/lots/L1?tab=%3Cscript%3E%22%E6%9D%91")
        #expect(page.status == 200)
        #expect(page.text.contains("&lt;script&gt;&quot;村&lt;b&gt;"))
        #expect(!page.text.contains("<script>"))
    }

    @Test("What is not there is 404 with number and words, for people and for programs")
    func notFound() async throws {
        let browser = server.browser()
        for path in ["/nothing", "/lots/L2", "/lots/", "/Lots"] {
            let page = try await browser.get(path)
            #expect(page.status == 404, "\(path)")
            #expect(page.text.contains("1300"))
        }
        let answer = try await browser.get("/api/v1/nothing")
        #expect(answer.status == 404)
        #expect(try answer.number() == 1300)
        #expect(try answer.json()["text"]?["zh"]?.string?.isEmpty == false)
        #expect(try answer.json()["next"]?["en"]?.string?.isEmpty == false)
    }

    @Test(
        "A method an address does not know is 405 and says which it knows",
        arguments: [
            ("/lots", "GET, HEAD"), ("/api/v1/commands", "POST"), ("/sign-in", "GET, HEAD, POST"),
            ("/checkpoint", "GET, HEAD"),
        ])
    func methods(path: String, allowed: String) async throws {
        for method in ["DELETE", "PUT", "PATCH", "TRACE", "BREW"] {
            let answer = try await server.browser().send(try #require(.init(method)), path)
            #expect(answer.status == 405)
            #expect(answer.headers[.allow] == allowed)
        }
    }

    @Test("HEAD answers the head of GET and no body")
    func head() async throws {
        let answer = try await server.browser().send(.head, "/lots")
        #expect(answer.status == 200)
        #expect(answer.bytes.isEmpty)
        #expect(answer.headers[.contentLength].flatMap { Int($0) } ?? 0 > 100)
    }

    @Test(
        "Every answer, good or bad, carries the headers that keep a browser safe",
        arguments: [
            "/", "/lots", "/nothing", "/sign-in", "/broken", "/api/v1/lots", "/files/x", "/checkpoint",
            "/api/openapi.json",
        ])
    func headers(path: String) async throws {
        let answer = try await server.browser().get(path)
        #expect(
            answer.headers[.contentSecurityPolicy]
                == "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
        )
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        for (name, value) in [
            ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
        ] { #expect(answer.headers[try #require(HTTPField.Name(name))] == value) }
        #expect(answer.headers[try #require(HTTPField.Name("Permissions-Policy"))]?.contains("camera=()") == true)
        #expect(answer.headers[try #require(HTTPField.Name("Strict-Transport-Security"))] != nil)
        #expect(answer.headers[.cacheControl] != nil)
        // Nothing inline: the policy would forbid it.
        #expect(
            !answer.text.contains("<script>") && !answer.text.contains("style=") && !answer.text.contains("onclick"))
    }

    @Test("Pages of somebody signed in and pages with forms are kept nowhere; public ones are asked for again")
    func caching() async throws {
        let browser = try await server.signedIn("clerk", .villageClerk)
        #expect(try await browser.get("/lots").headers[.cacheControl] == "no-store")
        #expect(try await server.browser().get("/sign-in").headers[.cacheControl] == "no-store")
        let open = try await server.browser().get("/lots")
        #expect(open.headers[.cacheControl] == "no-cache")
        #expect(open.headers[.vary] == "Cookie, Accept-Language")
        #expect(open.headers[.setCookie] == nil)
    }

    @Test("Stylesheet and script are kept for ever under the name of their content")
    func assets() async throws {
        for asset in StaticAsset.all {
            let answer = try await server.browser().get(asset.path)
            #expect(answer.status == 200)
            #expect(answer.bytes == asset.bytes)
            #expect(answer.headers[.contentType] == asset.contentType)
            #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
        }
    }

    @Test("Whoever asks for an icon beside a bare file gets it")
    func icon() async throws {
        let answer = try await server.browser().get("/favicon.ico")
        #expect(answer.status == 200)
        #expect(answer.bytes == StaticAsset.icon.bytes)
    }

    @Test("A file comes with its name, and the name cannot break out of the header")
    func files() async throws {
        let answer = try await server.browser().get("/files/x")
        #expect(answer.text == "a,b\n")
        let disposition = try #require(answer.headers[.contentDisposition])
        #expect(disposition.hasPrefix("attachment; filename=\"x\"; filename*=UTF-8''%E8%A1%A8%22%0D%0Ax"))
    }

    @Test("A redirect leads nowhere but into this house")
    func redirects() async throws {
        #expect(try await server.browser().get("/old").location == "/")
    }

    @Test("A fault of ours is a 500 that says nothing of the inside, and the log line names only its type")
    func faults() async throws {
        let answer = try await server.browser().get("/broken?name=13912345678")
        #expect(answer.status == 500)
        #expect(!answer.text.contains("secret"))
        #expect(!answer.text.contains("StorageError"))
        let line = try #require(server.log.all.last)
        #expect(line.contains("StorageError") && line.contains("/broken"))
        #expect(!line.contains("139") && !line.contains("secret"))
    }

    @Test("While the store is away: 503 with a number, in the asker's language, and when to come back")
    func storeAway() async throws {
        let browser = try await server.signedIn("agent", .stationAgent)
        for (language, words) in [("zh", "数据库暂时连不上"), ("en", "The store cannot be reached just now")] {
            let page = try await browser.get("/away?lang=\(language)")
            #expect(page.status == 503 && page.headers[.retryAfter] == "5")
            #expect(page.text.contains(words) && page.text.contains("1320") && !page.text.contains("secret"))
            // The page itself would come; whose session it is cannot be read.
            server.faults.arm(.read(1))
            let session = try await browser.get("/desk?lang=\(language)")
            #expect(session.status == 503 && session.headers[.retryAfter] == "5")
            #expect(session.text.contains(words) && session.text.contains("1320"))
            server.faults.arm(nil)
            #expect(try await browser.get("/desk").status == 200)
        }
        server.faults.arm(.read(1))
        let answer = try await browser.get("/api/v1/lots")
        #expect(answer.status == 503 && answer.headers[.retryAfter] == "5")
        #expect(try answer.number() == 1320)
        let line = try #require(server.log.all.last)
        #expect(line.contains("StorageError") && !line.contains("secret"))
    }

    @Test("Log lines carry method, pattern, status and duration, never address, query, body or cookie")
    func logLines() async throws {
        let browser = server.browser()
        _ = try await browser.get("/lots/L1?tab=zhangsan")
        _ = try await browser.submit("/sign-in", ["name": "zhangsan", "password": "geheimnis"])
        _ = try await browser.get("/zhangsan")
        let lines = server.log.all.joined(separator: "\n")
        #expect(lines.contains("route=/lots/{lot}") && lines.contains("method=GET") && lines.contains("status=200"))
        for secret in ["zhangsan", "geheimnis", "192.0.2.1", "L1"] + browser.cookies.values {
            #expect(!lines.contains(secret), "\(secret)")
        }
    }

    @Test("The first page has an entrance for each kind of person, in both languages")
    func home() async throws {
        let page = try await server.browser().get("/")
        #expect(page.status == 200)
        for word in ["我是村民", "我想租地、租房", "我是工作人员", "href=\"/lots\"", "href=\"/sign-in\""] {
            #expect(page.text.contains(word), "\(word)")
        }
        #expect(!page.text.contains("href=\"/villages\""), "links only to what is there")
        #expect(try await server.browser().get("/?lang=en").text.contains("I live in a village"))
    }

    @Test("A refusal keeps the frame of whoever is signed in")
    func framedRefusal() async throws {
        let browser = try await server.signedIn("clerk", .villageClerk)
        let page = try await browser.get("/lots/L2")
        #expect(page.status == 404)
        #expect(page.text.contains("action=\"/sign-out\"") && page.hidden("_csrf")?.isEmpty == false)
    }

    @Test("The house is well when its log can be read")
    func health() async throws {
        let answer = try await server.browser().get("/healthz")
        #expect(try answer.json()["ok"] == .bool(true))
    }

    @Test("OpenAPI lists every JSON and file address and every command")
    func openAPI() async throws {
        let document = try await server.browser().get("/api/openapi.json").json()
        let paths = try #require(document["paths"]?.object)
        for route in server.installation.access.routes {
            switch route.handler {
            case .json, .file: #expect(paths[route.path] != nil, "\(route.path)")
            case .page, .form, .upload: break
            }
        }
        #expect(paths["/api/v1/commands"]?["post"] != nil)
        #expect(document["components"]?["schemas"]?["ExchangePlaceBid"] != nil)
    }

    @Test("An address served twice is our mistake, found when the house opens")
    func twice() throws {
        let access = server.installation.access
        let twice = InstallationAccess(
            routes: [Route("/sign-in", Message(zh: "", en: ""), .everyone, .page { _ in .notFound })],
            commands: [], now: access.now, submit: access.submit, findPrincipal: access.findPrincipal,
            isWithin: access.isWithin, log: access.log)
        #expect(throws: ServerConfigurationError.self) {
            try WebServer(
                access: twice, signIn: server.signIn, secrets: server.secrets, configuration: server.configuration)
        }
    }

    @Test("Plain cookies only on a loopback address, and the page says so")
    func loopback() async throws {
        #expect(throws: ServerConfigurationError.self) {
            try ServerConfiguration(host: "0.0.0.0", isPlainLoopback: true)
        }
        #expect(throws: ServerConfigurationError.self) {
            try ServerConfiguration(isPlainLoopback: true, trustsProxy: true)
        }
        let plain = try TestServer(isPlainLoopback: true)
        let browser = plain.browser()
        // A foreign name that resolves to this machine is turned away.
        let answer = try await browser.get("/sign-in")
        #expect(answer.status == 400)
        #expect(!(try await server.browser().get("/lots")).text.contains("本机试用模式"))
        try await plain.open("clerk", .villageClerk)
        for authority in ["127.0.0.1:8080", "localhost", "[::1]:8080"] {
            let browser = plain.browser(authority: authority)
            #expect(try await browser.get("/sign-in").text.contains("本机试用模式"))
            try await browser.signIn("clerk", code: plain.code())
            #expect(browser.cookies.keys.sorted() == ["known", "session"])
            #expect(try await browser.get("/desk").status == 200)
        }
    }
}
