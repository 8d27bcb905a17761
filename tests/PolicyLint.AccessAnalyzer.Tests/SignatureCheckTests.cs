using System.Globalization;
using System.Text;
using PolicyLint.AccessAnalyzer.Tests.FakeService;

namespace PolicyLint.AccessAnalyzer.Tests;

/// <summary>The check itself, by the example that AWS works through in its description of Signature Version 4.</summary>
public sealed class SignatureCheckTests
{
    private static readonly Identity Example = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "us-east-1");
    private static readonly DateTimeOffset Then = DateTimeOffset.Parse("2015-08-30T12:36:00Z", CultureInfo.InvariantCulture);

    [Test]
    public void The_example_of_AWS_is_right() => Judge().Should().BeNull();

    [Test]
    public void Another_secret_is_wrong() => Judge(Example with { SecretKey = "x" }).Should().Be("the signature is wrong");

    [Test]
    public void Another_parameter_is_wrong() => Judge(query: "Action=ListUsers&Version=2010-05-09").Should().Be("the signature is wrong");

    [Test]
    public void The_order_of_parameters_does_not_matter() => Judge(query: "Version=2010-05-08&Action=ListUsers").Should().BeNull();

    [Test]
    public void Another_body_is_wrong() => Judge(body: "x").Should().Be("the signature is wrong");

    [Test]
    public void Another_region_is_wrong() => Judge(Example with { Region = "eu-west-1" }).Should().Be("signed for iam in us-east-1");

    [Test]
    public void Sixteen_minutes_later_it_is_wrong() => Judge(now: Then.AddMinutes(16)).Should().Be("signed at another time");

    [Test]
    public void A_token_that_is_not_sent_is_missed() => Judge(Example with { SessionToken = "t" }).Should().Be("another session token");

    [Test]
    public void A_header_of_AWS_that_is_not_signed_is_wrong() => Judge(extraHeader: "x-amz-content-sha256").Should().Be("x-amz-content-sha256 is not signed");

    private static string? Judge(Identity? identity = null, string query = "Action=ListUsers&Version=2010-05-08", string body = "", DateTimeOffset? now = null, string? extraHeader = null)
    {
        var headers = new Dictionary<string, string>
        {
            ["host"] = "iam.amazonaws.com",
            ["content-type"] = "application/x-www-form-urlencoded; charset=utf-8",
            ["x-amz-date"] = "20150830T123600Z",
            ["authorization"] = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
        };
        if (extraHeader is not null)
            headers[extraHeader] = "x";

        return SignatureCheck.FindProblem(new SeenRequest("GET", "/", query, headers, Encoding.UTF8.GetBytes(body)), identity ?? Example, "iam", now ?? Then);
    }
}
