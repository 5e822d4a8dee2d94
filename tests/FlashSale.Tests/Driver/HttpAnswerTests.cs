using System.Text;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Tests.Driver;

// Answers of HTTP/1.1 as RFC 9110 and RFC 9112 have them, however their bytes are cut.
public sealed class HttpAnswerTests
{
    private static readonly string[] Answers =
    [
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\ncontent-length:2 \t\r\ndate: x\r\n\r\n[]",
        "HTTP/1.1 409 Conflict\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n10\r\n0123456789abcdef\r\n"
            + "0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTRANSFER-ENCODING:\tChunked\r\n\r\n3;a=b;c=\"d\"\r\nabc\r\n0A ;x\r\n"
            + "0123456789\r\n000\r\nDigest: x\r\nserver-timing: y\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 \r\n"
            + "content-LENGTH: 1, 1\r\n\r\nx",
        "HTTP/1.1 204 No Content\r\nServer: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 7\r\ntransfer-encoding: chunked\r\n\r\n1\r\nz\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX-Long: a\r\n  folded: b\r\nContent-Length:\r\n 3\r\n\r\nyes",
    ];

    private static readonly (int Status, string Body)[] Meant =
    [
        (200, "{}"), (200, "[]"), (409, "abc0123456789abcdef"), (200, "abc0123456789"), (404, "x"), (204, ""),
        (200, "z"), (200, "yes"),
    ];

    [Fact]
    public void The_same_answers_are_read_however_their_bytes_are_cut()
    {
        var all = Encoding.Latin1.GetBytes(string.Concat(Answers));
        for (var size = 1; size < 40; size++)
        {
            Assert.Equal(Meant, Read(all, _ => size));
        }

        for (var way = 0; way < 300; way++)
        {
            var draws = Draws.For(seed: 1, way, stream: 9_101);
            Assert.Equal(Meant, Read(all, _ => 1 + draws.Below(150)));
        }
    }

    [Fact]
    public void Whatever_bytes_come_they_are_answers_or_refused()
    {
        for (var mutant = 0; mutant < 3_000; mutant++)
        {
            var draws = Draws.For(seed: 1, mutant, stream: 9_102);
            var bytes = Encoding.Latin1.GetBytes(Answers[draws.Below(Answers.Length)]);
            for (var change = draws.Below(4); change >= 0; change--)
            {
                bytes[draws.Below(bytes.Length)] = (byte)draws.Below(256);
            }

            try
            {
                var length = new HttpAnswer().TryRead(bytes, isEnd: false, out var body);
                Assert.InRange(length, 0, bytes.Length);
                Assert.True(body.Length <= bytes.Length, $"mutant {mutant}");
            }
            catch (InvalidDataException)
            {
                // The connection is opened anew.
            }
        }
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", true)]
    [InlineData("HTTP/1.1 200 OK\r\nconnection:Keep-Alive , CLOSE\r\nContent-Length: 0\r\n\r\n", true)]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", true)]
    [InlineData("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", true)]
    [InlineData("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n", false)]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: closed\r\nX: close\r\nContent-Length: 0\r\n\r\n", false)]
    public void The_end_of_a_connection_is_heard_in_any_spelling(string text, bool isLast)
    {
        var answer = new HttpAnswer();

        Assert.Equal(text.Length, answer.TryRead(Encoding.Latin1.GetBytes(text), isEnd: false, out _));
        Assert.Equal(isLast, answer.IsLast);
    }

    [Fact]
    public void A_body_without_a_length_ends_where_the_connection_does()
    {
        var bytes = "HTTP/1.1 200 OK\r\nServer: x\r\n\r\nall of it"u8;
        var answer = new HttpAnswer();

        Assert.Equal(0, answer.TryRead(bytes, isEnd: false, out _));
        Assert.Equal(bytes.Length, answer.TryRead(bytes, isEnd: true, out var body));
        Assert.Equal("all of it", Encoding.Latin1.GetString(body));
        Assert.True(answer.IsLast);
    }

    [Theory]
    [InlineData("HTTP/2 200\r\n\r\n")]
    [InlineData("HTTP/1.1 2x0 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 2000 OK\r\n\r\n")]
    [InlineData("SSH 2.0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1 2\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno name\r\n\r\n")]
    public void What_is_no_answer_is_refused(string text) => Assert.Throws<InvalidDataException>(
        () => new HttpAnswer().TryRead(Encoding.Latin1.GetBytes(text), isEnd: false, out _));

    // As a line does it: what was not taken stays and is looked at again with what comes next.
    private static List<(int Status, string Body)> Read(byte[] all, Func<int, int> size)
    {
        var (answer, found, kept) = (new HttpAnswer(), new List<(int, string)>(), new List<byte>());
        for (var at = 0; at < all.Length;)
        {
            var next = Math.Min(size(at), all.Length - at);
            kept.AddRange(all.AsSpan(at, next));
            at += next;
            while (kept.Count > 0
                && answer.TryRead(kept.ToArray(), isEnd: false, out var body) is > 0 and var taken)
            {
                found.Add((answer.Status, Encoding.Latin1.GetString(body)));
                kept.RemoveRange(0, taken);
            }
        }

        Assert.Empty(kept);
        return found;
    }
}
