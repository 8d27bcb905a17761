using CsCheck;
using PolicyLint.Catalog;

namespace PolicyLint.Tests.Catalog;

public class CatalogConditionKeyTests
{
    private static readonly ServiceCatalog Catalog = ServiceCatalog.Default;

    [TestCase("aws:RequestTag/team", "aws:RequestTag/${TagKey}", true)]
    [TestCase("AWS:requesttag/TEAM", "aws:RequestTag/${TagKey}", true)]
    [TestCase("aws:PrincipalTag/cost:center", "aws:PrincipalTag/${TagKey}", true)]
    [TestCase("aws:SourceVpce", "aws:SourceVpce", true)]
    [TestCase("aws:tagkeys", "aws:TagKeys", true)]
    [TestCase("sagemaker:ResourceTag/x", "sagemaker:ResourceTag/${TagKey}", false)]
    [TestCase("kms:EncryptionContext:aws:s3:arn", "kms:EncryptionContext:${EncryptionContextKey}", false)]
    [TestCase("kms:EncryptionContextKeys", "kms:EncryptionContextKeys", false)]
    [TestCase("s3:ExistingObjectTag/a/b", "s3:ExistingObjectTag/${key}", false)]
    [TestCase("elasticloadbalancing:ResourceTag/x", "elasticloadbalancing:ResourceTag/${TagKey}", false)]
    [TestCase("codebuild:secondarySources/main.auth.type", "codebuild:secondarySources/${sourceIdentifier}.auth.type", false)]
    [TestCase("events:Metadata/a/Matcher", "events:Metadata/${MetadataKey}/Matcher", false)]
    [TestCase("events:Metadata/a", "events:Metadata/${MetadataKey}", false)]
    [TestCase("saml:aud", "saml:aud", false)]
    [TestCase("token.actions.githubusercontent.com:repository", "token.actions.githubusercontent.com:repository", false)]
    [TestCase("token.actions.githubusercontent.com/acme:ref", "token.actions.githubusercontent.com/${SubPath}:ref", false)]
    [TestCase("token.actions.githubusercontent.com:sub", "${Issuer}:sub", false)]
    [TestCase("oidc.eks.eu-west-1.amazonaws.com/id/ABC:aud", "${Issuer}:aud", false)]
    [TestCase("agent.acme.buildkite.dev:cluster_id", "agent.${Domain}.buildkite.dev:cluster_id", false)]
    [TestCase("sagemaker:ModelLifeCycle:Stage", "sagemaker:ModelLifeCycle:Stage", false)]
    public void A_key_finds_its_name_or_its_template(string key, string name, bool isGlobal)
    {
        Catalog.TryGetConditionKey(key, out CatalogConditionKey found).Should().BeTrue();
        found.Name.Should().Be(name);
        found.IsGlobal.Should().Be(isGlobal);
        found.IsTemplate.Should().Be(name.Contains('$'));
        found.Matches(key).Should().BeTrue();
        Catalog.TryGetGlobalConditionKey(key, out _).Should().Be(isGlobal);
    }

    [TestCase("aws:RequestTag/")]
    [TestCase("aws:RequestTag")]
    [TestCase("aws:SourceVpcs")]
    [TestCase("aws:")]
    [TestCase("")]
    [TestCase("sub")]
    [TestCase("saml:nothing")]
    [TestCase("issuer.example.com:nothing")]
    [TestCase("issuer.example.com:x:sub", Description = "an issuer holds no colon")]
    [TestCase("s3:sub", Description = "no host name, so no issuer")]
    [TestCase("codebuild:secondarySources/.auth.type", Description = "the open part is empty")]
    [TestCase("agent..buildkite.dev:nothing")]
    public void What_is_no_key_is_not_found(string key) => Catalog.TryGetConditionKey(key, out _).Should().BeFalse();

    [Test]
    public void Keys_know_their_type()
    {
        Type("aws:SourceIp").Should().Be(ConditionKeyType.IPAddress);
        Type("aws:CurrentTime").Should().Be(ConditionKeyType.Date);
        Type("aws:SecureTransport").Should().Be(ConditionKeyType.Bool);
        Type("aws:PrincipalArn").Should().Be(ConditionKeyType.Arn);
        Type("aws:MultiFactorAuthAge").Should().Be(ConditionKeyType.Numeric);
        Type("aws:PrincipalOrgPaths").Should().Be(ConditionKeyType.ArrayOfString);

        static ConditionKeyType Type(string key) => Catalog.TryGetConditionKey(key, out CatalogConditionKey found) ? found.Type : throw new AssertionException(key);
    }

    [TestCase("aws:TagKeys", true)]
    [TestCase("sagemaker:VpcSubnets", true)]
    [TestCase("aws:RequestTag/x", false)]
    public void Arrays_are_multivalued(string key, bool isMultivalued)
    {
        Catalog.TryGetConditionKey(key, out CatalogConditionKey found).Should().BeTrue();
        found.IsMultivalued.Should().Be(isMultivalued);
    }

    [Test]
    public void A_service_finds_the_keys_of_its_own_page_only()
    {
        Catalog.TryGetService("sagemaker", out CatalogService sagemaker).Should().BeTrue();
        sagemaker.TryGetConditionKey("sagemaker:resourcetag/team", out CatalogConditionKey found).Should().BeTrue();
        found.Name.Should().Be("sagemaker:ResourceTag/${TagKey}");
        sagemaker.TryGetConditionKey("s3:prefix", out _).Should().BeFalse();
    }

    [Test]
    public void Where_services_disagree_on_a_type_the_global_key_wins_and_each_service_keeps_its_own()
    {
        Catalog.TryGetService("q", out CatalogService q).Should().BeTrue();
        q.TryGetConditionKey("identitystore:UserId", out CatalogConditionKey own).Should().BeTrue();
        Catalog.TryGetConditionKey("identitystore:UserId", out CatalogConditionKey global).Should().BeTrue();

        own.Type.Should().Be(ConditionKeyType.ArrayOfString);
        own.IsGlobal.Should().BeFalse();
        global.Type.Should().Be(ConditionKeyType.String);
        global.IsGlobal.Should().BeTrue();
    }

    [TestCase("aws", true)]
    [TestCase("AWS", true)]
    [TestCase("sagemaker", true)]
    [TestCase("saml", true)]
    [TestCase("identitycenter", true)]
    [TestCase("issuer.example.com", true)]
    [TestCase("nothing", false)]
    [TestCase("", false)]
    public void Prefixes_of_keys_are_known(string prefix, bool isKnown) => Catalog.IsConditionKeyPrefix(prefix).Should().Be(isKnown);

    [TestCase("a:b/${X}", "a:b/c", true)]
    [TestCase("a:b/${X}", "A:B/", false)]
    [TestCase("a:b/${X}", "a:b/c:d/e", true)]
    [TestCase("a:${X}.y/${Z}", "a:1.y/2:3", true)]
    [TestCase("a:${X}.y/${Z}", "a:.y/2", false)]
    [TestCase("a:${X}.y/${Z}", "a:1.y.y/2", true)]
    [TestCase("${X}:sub", "h:sub", true)]
    [TestCase("${X}:sub", ":sub", false)]
    [TestCase("${X}:sub", "h:i:sub", false)]
    [TestCase("plain:key", "PLAIN:KEY", true)]
    [TestCase("plain:key", "plain:keys", false)]
    public void Templates_match_what_they_stand_for(string template, string key, bool matches) =>
        KeyTemplate.Matches(System.Text.Encoding.UTF8.GetBytes(template), key).Should().Be(matches);

    [Test]
    public void Templates_agree_with_a_regular_expression()
    {
        Gen<string> text = Gen.Char["ab/.A"].Array[0, 6].Select(letters => new string(letters));
        Gen<string> template = Gen.Select(text, Gen.Bool, text, Gen.Bool, text)
            .Select(parts => $"p:{parts.Item1}{(parts.Item2 ? "${X}" : "")}{parts.Item3}{(parts.Item4 ? "${Y}" : "")}{parts.Item5}");
        Gen.Select(template, text.Select(rest => "P:" + rest)).Sample((pattern, key) =>
        {
            string expression = System.Text.RegularExpressions.Regex.Escape(pattern)
                .Replace(@"\$\{X}", ".+", StringComparison.Ordinal).Replace(@"\$\{Y}", ".+", StringComparison.Ordinal);
            bool expected = System.Text.RegularExpressions.Regex.IsMatch(key, $@"\A{expression}\z", System.Text.RegularExpressions.RegexOptions.IgnoreCase);
            return KeyTemplate.Matches(System.Text.Encoding.UTF8.GetBytes(pattern), key) == expected;
        });
    }
}
