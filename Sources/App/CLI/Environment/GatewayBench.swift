import Foundation
import HJ212
import Kernel

/// `qianmo bench gateway`: frames decoded in a second of processor time, by the stream decoder alone and with every value
/// read.
enum GatewayBench {
    struct Figures {
        let frames: Int
        let bytes: Int
        let decoded: Int
        let read: Int

        var json: JSON {
            [
                "frames": .integer(Int64(frames)), "bytesAFrame": .integer(Int64(bytes)),
                "decodedPerCPUSecond": .integer(Int64(decoded)), "readPerCPUSecond": .integer(Int64(read)),
            ]
        }
    }

    static func run(seconds: Double = 2) -> Figures {
        let frames = (0..<256).map(frame)
        let stream = frames.flatMap(\.self)
        let chunks = stride(from: 0, to: stream.count, by: 16_384).map {
            Array(stream[$0..<min($0 + 16_384, stream.count)])
        }
        let (decoded, count) = measure(seconds, chunks) { _ in }
        var sum: Int64 = 0
        let (read, _) = measure(seconds, chunks) { frame in
            frame.segment.forEachField { _, value, _ in
                if case .success(let number) = Micro.read(frame.segment.bytes[value]) { sum &+= number.units }
            }
        }
        precondition(sum != 1)
        return Figures(frames: count, bytes: stream.count / frames.count, decoded: decoded, read: read)
    }

    /// Frames in a second of processor time, and how many there were.
    private static func measure(_ seconds: Double, _ chunks: [[UInt8]], _ use: (Frame) -> Void) -> (Int, Int) {
        let start = clock()
        var count = 0
        var decoder = StreamDecoder()
        while Double(clock() - start) / Double(CLOCKS_PER_SEC) < seconds {
            for chunk in chunks {
                decoder.feed(chunk) { event in
                    guard case .frame(let frame) = event else { return }
                    count += 1
                    use(frame)
                }
            }
        }
        let spent = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        return (Int(Double(count) / spent), count)
    }

    /// A frame of 440 bytes, as a plant sends one each half minute.
    private static func frame(_ number: Int) -> [UInt8] {
        let factors = ["w21001", "w21011", "w21003", "w01018"].map { code in
            "\(code)-SampleTime=20210320013400,\(code)-Rtd=\(number % 90).160,\(code)-Flag=N"
        }
        let segment =
            "QN=20210320163101\(100 + number % 900);ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"
            + "CP=&&DataTime=20210320013400;w00000-Rtd=181.682,w00000-Flag=N;" + factors.joined(separator: ";")
            + ";w01001-SampleTime=20210320013406,w01001-Rtd=7.496,w01001-Flag=N;w01010-Rtd=11.9,w01010-Flag=N&&"
        return Composer.frame(Array(segment.utf8))
    }
}
