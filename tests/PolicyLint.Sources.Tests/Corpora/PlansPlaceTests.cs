using System.Text;
using System.Text.Json;
using PolicyLint.Sources.Accounts;
using PolicyLint.Sources.Pulumi;
using PolicyLint.Sources.Terraform;
using PolicyLint.TestKit;

namespace PolicyLint.Sources.Tests.Corpora;

/// <summary>What stands at the place of a token, cut out of the real file, is the token.</summary>
public sealed class PlansPlaceTests
{
    [TestCase("terraform-plans")]
    [TestCase("pulumi")]
    [TestCase("account-dumps")]
    public void Every_token_of_every_policy_stands_where_it_is_said_to_stand(string folder)
    {
        int tokens = 0;
        foreach (string path in Directory.EnumerateFiles(Repository.SharedPathOf("corpora", folder), "*.json", SearchOption.AllDirectories))
        {
            foreach (HostedPolicy policy in PoliciesOf(folder, path))
                tokens += CheckTokens(policy.Text);
        }

        tokens.Should().BePositive();
    }

    [TestCase("terraform-plans")]
    [TestCase("pulumi")]
    [TestCase("account-dumps")]
    public void Every_finding_is_at_a_place_whose_text_the_policy_has(string folder)
    {
        int findings = 0;
        foreach (string path in Directory.EnumerateFiles(Repository.SharedPathOf("corpora", folder), "*.json", SearchOption.AllDirectories))
        {
            foreach (HostedPolicy policy in PoliciesOf(folder, path))
            {
                string text = Encoding.UTF8.GetString(policy.Text.Bytes.Span);
                foreach (Finding finding in PolicyLinter.Default.Lint(policy.Parse()).Findings)
                {
                    text.Should().Contain(Unescape(finding.Source.GetText(finding.Span), IsEscaped(policy.Text)), "{0} at {1}", path, finding);
                    findings++;
                }
            }
        }

        findings.Should().BePositive();
    }

    private static IEnumerable<HostedPolicy> PoliciesOf(string folder, string path)
    {
        SourceText file = SourceText.From(File.ReadAllBytes(path), path);
        SourceReading reading = folder switch
        {
            "pulumi" => PulumiReader.Read(file),
            "account-dumps" => AccountDumpReader.Read(file),
            _ => TerraformReader.Read(file),
        };
        return reading.Policies.Where(static policy => !PlansCorpusTests.IsPutTogether(policy));
    }

    private static int CheckTokens(SourceText text)
    {
        PolicyOrigin origin = text.Origin!;
        bool isEscaped = IsEscaped(text);
        var reader = new Utf8JsonReader(text.Bytes.Span);
        int count = 0;
        while (reader.Read())
        {
            bool isString = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
            var token = new TextSpan((int)reader.TokenStartIndex, reader.ValueSpan.Length + (isString ? 2 : 0));
            Unescape(origin.File.GetText(origin.Locate(token)), isEscaped).Should().Be(text.GetText(token), "{0} in {1}", origin.Address, origin.File.Path);
            count++;
        }

        return count;
    }

    // A policy that is an object is a part of the file; one in a string has escapes there.
    private static bool IsEscaped(SourceText text) => text.Origin!.File.GetText(text.Origin.Locate(new TextSpan(0, text.Bytes.Length))) != text.GetText(new TextSpan(0, text.Bytes.Length));

    private static string Unescape(string text, bool isEscaped) => isEscaped ? JsonSerializer.Deserialize<string>($"\"{text}\"")! : text;
}
