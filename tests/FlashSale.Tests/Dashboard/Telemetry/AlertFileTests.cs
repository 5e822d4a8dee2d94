using FlashSale.Dashboard;

namespace FlashSale.Tests.Dashboard;

// A file of alert rules is read strictly: what is wrong is named with what is allowed.
public sealed class AlertFileTests
{
    [Fact]
    public void Rules_are_read_from_a_file()
    {
        var (rules, problem) = AlertFile.Read("""
            [{"subject":"order-ms-p99","above":200,"forSeconds":5},
             {"subject":"checks-failed","above":0,"forSeconds":0,"severe":true}]
            """);

        Assert.Null(problem);
        Assert.Equal(
        [
            new AlertRule(AlertSubject.OrderMsP99, 200, 5, false),
            new AlertRule(AlertSubject.ChecksFailed, 0, 0, true),
        ],
        rules);
    }

    [Theory]
    [InlineData("{}", "a list")]
    [InlineData("[1]", "$[0]: expected an object")]
    [InlineData("""[{"subject":"cpu","above":1,"forSeconds":1}]""", "cpu-percent")]
    [InlineData("""[{"subject":"queue","above":-1,"forSeconds":1}]""", "$[0].above")]
    [InlineData("""[{"subject":"queue","above":1}]""", "$[0].forSeconds")]
    [InlineData("""[{"subject":"queue","above":1,"forSeconds":1,"loud":true}]""", "$[0].loud")]
    [InlineData("""[{"subject":"queue","above":1,"forSeconds":1,"severe":"yes"}]""", "$[0].severe")]
    [InlineData("""[{"subject":"queue","above":1,"above":2,"forSeconds":1}]""", "above")]
    [InlineData("[", "")]
    public void What_is_wrong_is_said(string json, string message)
    {
        var (rules, problem) = AlertFile.Read(json);

        Assert.Empty(rules);
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_utf8_is_refused_at_its_place()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, [.. "[\n "u8, 0xBB, 0xAA, .. "]"u8]);

            var (rules, problem) = AlertFile.ReadFile(file);

            Assert.Empty(rules);
            Assert.StartsWith("2:2: the file is not UTF-8", problem, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
