using System.Text;
using FlashSale.Dashboard;

namespace FlashSale.Tests.Dashboard;

// A media type is what RFC 9110 8.3 says it is, in whatever legal spelling.
public sealed class ContentTypeTests
{
    [Theory]
    [InlineData("application/json", true)]
    [InlineData("Application/JSON", true)]
    [InlineData("application/json;charset=UTF-8", true)]
    [InlineData("application/json; charset=\"utf-8\"", true)]
    [InlineData("application/json ; CharSet=\"UTF-8\"", true)]
    [InlineData("application/json; profile=\"x;y\"", true)]
    [InlineData("application/json; charset=gbk", false)]
    [InlineData("application/json; charset=\"utf-16\"", false)]
    [InlineData("application/jsonp", false)]
    [InlineData("text/json", false)]
    [InlineData("application/x-www-form-urlencoded", false)]
    [InlineData("application/json, text/plain", false)]
    [InlineData("", false)]
    public async Task Json_is_known_by_its_media_type(string type, bool isJson)
    {
        await using var host = await ApiHost.StartShop();
        foreach (var (method, path, body) in new[]
        {
            ("PUT", $"{MarketApi.Root}/buyers/b7/cart/l0", """{"units":1,"priceSeenFen":10000}"""),
            ("POST", $"{MarketApi.Root}/batch", """{"commands":[]}"""),
        })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var response = await host.Client.SendAsync(request);
            var answer = await ApiAnswer.Of(response);

            Assert.Equal(isJson ? 200 : 415, answer.Status);
        }
    }
}
